import type { Factor, Finding } from "@strideml/plugin-kit";
import { useCatalogLang, useWords } from "../ui/useApp.js";

/** Where each point of a score came from. */
export const Factors = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const row = ({ name, of, value, change: isChange, reason }: Factor, index: number) => (
    <tr key={index}>
      <td>{words.scores[of]}</td>
      <td lang={lang}>{name}</td>
      <td class="number">{words.number(isChange && value >= 0 ? `+${value}` : String(value))}</td>
      <td lang={lang}>{reason}</td>
    </tr>
  );
  return (
    <section>
      <h3>{words.findings.why}</h3>
      <p class="quiet">{words.findings.formula(words.number(finding.likelihood.toFixed(2)), words.number(finding.impact.toFixed(2)), finding.score)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.findings.why}>
        <table>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {words.scores.category}
              </th>
              <th scope="col" class="number">
                {words.findings.points}
              </th>
              <th scope="col">{words.findings.reason}</th>
            </tr>
          </thead>
          <tbody>{finding.factors.map(row)}</tbody>
        </table>
      </div>
      {finding.residual.because.length > 0 && (
        <>
          <h4>{words.findings.taken}</h4>
          <ul lang={lang}>
            {finding.residual.because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
