import { riskOf, toScore } from "@strideml/plugin-kit";
import type { ThreatModel } from "@strideml/plugin-kit";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { useCatalogLang, useModel, useWords } from "../ui/useApp.js";
import { useGradually } from "../ui/useGradually.js";

const HIGHEST = 8;
const FIRST = 6;
const POINTS = [1, 2, 3, 4, 5];

const Categories = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  return (
    <ul class="categories">
      {model.categories.map(({ stride, score, severity, findings }, index) => {
        const left = model.residual.categories[index]!;
        return (
          <li key={stride}>
            <Link to={["result", "findings"]} query={{ stride }}>
              <span class="name" lang="en">
                {words.stride[stride]}
              </span>
              {findings === 0 ? (
                <span class="quiet">{words.scores.none}</span>
              ) : (
                <>
                  <span class="meter">
                    <span class={`bar faint ${severity}`} style={{ width: `${score * 10}%` }} />
                    <span class={`bar ${left.severity}`} style={{ width: `${left.score * 10}%` }} />
                  </span>
                  <Score score={score} severity={severity} />
                  <span class="quiet count" role="img" aria-label={words.overview.counts(findings)}>
                    {findings}
                  </span>
                </>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

const countAt = ({ threats }: ThreatModel, likelihood: number, impact: number): number =>
  threats.filter((finding) => Math.round(finding.likelihood) === likelihood && Math.round(finding.impact) === impact).length;

const Matrix = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  return (
    <section class="matrix-box">
      <h2>{words.overview.matrix}</h2>
      <p class="help">{words.overview.matrixHelp}</p>
      <table class="matrix">
        <tbody>
          {POINTS.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">
                {likelihood === 5 && <span class="axis">{words.scores.likelihood}</span>} {likelihood}
              </th>
              {POINTS.map((impact) => {
                const count = countAt(model, likelihood, impact);
                const { severity } = toScore(riskOf(likelihood, impact), model.bands);
                return (
                  <td key={impact} class={`${severity}${count === 0 ? " empty" : ""}`}>
                    {count > 0 && (
                      <Link to={["result", "findings"]} query={{ cell: `${likelihood}-${impact}` }} aria-label={words.overview.cell(count, likelihood, impact)}>
                        {count}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <span class="axis">{words.scores.impact}</span>
            </th>
            {POINTS.map((impact) => (
              <th key={impact} scope="col">
                {impact}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
};

const Highest = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const titles = new Map(model.architecture.components.map(({ id, title }) => [id, title]));
  return (
    <section>
      <h2>{words.overview.highest}</h2>
      <ol class="list">
        {model.threats.slice(0, HIGHEST).map((finding, place) => (
          // Places, not findings: what stands first is another finding after an answer, and its row is used again.
          <li key={place}>
            <Score score={finding.score} severity={finding.severity} />
            <span>
              <Link to={["result", "findings", finding.id]} lang={lang}>
                {finding.title}
              </Link>
              <span class="quiet" lang={lang}>{` ${titles.get(finding.component)}`}</span>
            </span>
          </li>
        ))}
      </ol>
      <Link to={["result", "findings"]}>{words.overview.allFindings}</Link>
    </section>
  );
};

const First = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  const lang = useCatalogLang();
  return (
    <section>
      <h2>{words.overview.first}</h2>
      <p class="help">{words.overview.firstHelp}</p>
      <ol class="list plain-numbers">
        {model.mitigations
          .filter(({ riskRemoved }) => riskRemoved > 0)
          .slice(0, FIRST)
          .map(({ id, title, effort, owner, riskRemoved }, place) => (
            <li key={place}>
              <span>
                <Link to={["result", "mitigations", id]} lang={lang}>
                  {title}
                </Link>
                <span class="quiet">
                  {" "}
                  <span lang={lang}>{owner}</span>
                  {`, ${words.effort[effort]}, ${words.overview.removes(words.number(riskRemoved.toFixed(1)))}`}
                </span>
              </span>
            </li>
          ))}
      </ol>
      <Link to={["result", "mitigations"]}>{words.overview.allMitigations}</Link>
    </section>
  );
};

const COLUMNS = [Highest, First, Matrix];

/** Everything at a glance: the scores at once, then what is below them. */
export const Overview = () => {
  const words = useWords();
  const model = useModel();
  const columns = useGradually(COLUMNS, 1);
  if (!model) return null;
  const { overall, residual } = model;
  const assumed = Object.keys(model.assumptions).length;
  return (
    <>
      <section class="headline">
        <div class={`dial ${overall.severity}`}>
          <span class="number">{overall.score}</span>
          <span>{words.severity[overall.severity]}</span>
        </div>
        <div>
          <p class="figure-line">
            <strong>{words.scores.overall}</strong> {words.scores.outOf(overall.score)}
            {residual.overall.score !== overall.score && <>, {words.scores.residualNow(residual.overall.score)}</>}
          </p>
          <p>
            {words.colon(words.overview.counts(model.threats.length))}{" "}
            {(["critical", "high", "medium", "low"] as const).map((severity, index) => (
              <span key={severity}>
                {index > 0 && ", "}
                <Link to={["result", "findings"]} query={{ severity }}>
                  {model.threats.filter((finding) => finding.severity === severity).length} {words.severity[severity]}
                </Link>
              </span>
            ))}
          </p>
          {assumed > 0 && (
            <p class="quiet">
              <Link to={["refine"]}>{words.overview.assumptions(assumed)}</Link>. {words.overview.assumptionsHelp}
            </p>
          )}
        </div>
      </section>
      <Categories model={model} />
      <div class="columns glance">
        {columns.map((Column, place) => (
          <Column key={place} model={model} />
        ))}
      </div>
    </>
  );
};
