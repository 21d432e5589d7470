import type { Factor, Finding, FindingDecision } from "@strideml/plugin-kit";
import { useState } from "preact/hooks";
import { change } from "../state/actions.js";
import { withFinding } from "../state/Draft.js";
import { routeTo } from "../state/route.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { Select } from "../ui/Select.js";
import { TextField } from "../ui/TextField.js";
import { useApp, useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";

const Factors = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const row = ({ name, of, value, change: isChange, reason }: Factor, index: number) => (
    <tr key={index}>
      <td>{words.scores[of]}</td>
      <td lang={lang}>{name}</td>
      <td class="number">{isChange && value >= 0 ? `+${value}` : value}</td>
      <td lang={lang}>{reason}</td>
    </tr>
  );
  return (
    <section>
      <h3>{words.findings.why}</h3>
      <p class="quiet">{words.findings.formula(finding.likelihood.toFixed(2), finding.impact.toFixed(2), finding.score)}</p>
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

const MitigationList = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const model = useModel()!;
  const planned = model.mitigations.filter(({ id }) => finding.mitigations.includes(id));
  return (
    <section>
      <h3>{words.findings.mitigations}</h3>
      <ul class="list">
        {planned.map(({ id, title, effort, status }) => (
          <li key={id}>
            <span>
              <Link to={["result", "mitigations", id]} lang={lang}>
                {title}
              </Link>{" "}
              <span class="quiet">
                {words.effort[effort]}, {words.progress[status]}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Requirements = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const frameworks = useApp((state) => state.catalogue)?.frameworks ?? [];
  const ids = [...new Set(finding.annotations.map(({ framework }) => framework))];
  return (
    <section>
      <h3>{words.findings.requirements}</h3>
      {ids.map((id) => {
        const framework = frameworks.find((each) => each.id === id);
        const links = finding.annotations.filter((link) => link.framework === id);
        const supporting = links.filter(({ strength }) => strength === "supporting").map(({ requirement }) => requirement);
        return (
          <div key={id} class="framework-links">
            <h4>
              <Link to={["result", "frameworks", id]} lang={lang}>
                {framework?.shortTitle ?? framework?.title ?? id}
              </Link>
            </h4>
            <ul lang={lang}>
              {links
                .filter(({ strength }) => strength === "primary")
                .map(({ requirement, relation, rationale, inheritedFrom }) => (
                  <li key={`${requirement} ${relation}`}>
                    <strong>{requirement}</strong> {framework?.requirements.find((each) => each.id === requirement)?.title}{" "}
                    <span class="quiet">
                      {words.relation[relation]}: {rationale}
                      {inheritedFrom && ` (${inheritedFrom})`}
                    </span>
                  </li>
                ))}
              {supporting.length > 0 && (
                <li class="quiet">
                  {words.findings.supporting}: {supporting.join(", ")}
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </section>
  );
};

const addressOf = ({ doi, arxiv, url }: Finding["references"][number]) => (doi ? `https://doi.org/${doi}` : arxiv ? `https://arxiv.org/abs/${arxiv}` : url);

/** Only web addresses: a damaged file must not bring a link that runs code. */
const isWeb = (address: string | undefined): address is string => address !== undefined && /^https?:\/\//.test(address);

const Sources = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  return (
    <section>
      <h3>{words.findings.sources}</h3>
      <ul lang="en">
        {finding.references.map((reference) => {
          const address = addressOf(reference);
          const text = `${reference.authors ? `${reference.authors}: ` : ""}${reference.title}, ${reference.year}`;
          return (
            <li key={text}>
              {isWeb(address) ? (
                <a href={address} rel="noreferrer" target="_blank">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

type Kind = FindingDecision["status"];

/** A decision counts only with an owner and a reason, so it is kept here until it has both. */
const Decision = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const stored = useApp((state) => state.draft.decisions.findings).find(({ id }) => id === finding.id);
  const [begun, setBegun] = useState<Partial<FindingDecision>>(stored ?? {});
  const take = (change_: Partial<FindingDecision>) => {
    const next = { ...begun, ...change_ };
    setBegun(next);
    const { status, owner, reason, expires } = next;
    const whole = status && owner?.trim() && reason?.trim() ? { status, owner: owner.trim(), reason: reason.trim(), ...(expires && { expires }) } : undefined;
    if (whole || stored) change((draft) => withFinding(draft, finding.id, whole));
  };
  return (
    <section class="decision">
      <h3>{words.findings.decision}</h3>
      <Select
        label={words.findings.status}
        value={begun.status ?? ""}
        options={Object.entries(words.findings.decide).map(([id, text]) => [id === "none" ? "" : id, text] as const)}
        onChange={(value) => {
          const status = value === "" ? undefined : (value as Kind);
          take({ status });
        }}
      />
      {begun.status && (
        <>
          <TextField label={words.findings.owner} value={begun.owner ?? ""} onChange={(owner) => take({ owner })} help={words.findings.ownerHelp} />
          <TextField label={words.findings.decisionReason} value={begun.reason ?? ""} rows={2} max={4000} onChange={(reason) => take({ reason })} />
          <TextField label={words.findings.expires} type="date" value={begun.expires ?? ""} onChange={(expires) => take({ expires })} />
        </>
      )}
    </section>
  );
};

const CopyLink = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(new URL(routeTo(["result", "findings", finding.id]), location.href).href).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <button type="button" class="plain" onClick={() => void copy()}>
      {copied ? words.findings.copied : words.findings.copyLink}
    </button>
  );
};

/** One finding in full: how the attack goes, why the score, what to do, what it touches. */
export const FindingDetail = ({ finding, where, query }: { finding: Finding; where: string; query: Record<string, string> }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const editable = useEditable();
  return (
    <article class="detail">
      <p class="back">
        <Link to={["result", "findings"]} query={query}>
          {words.findings.backToList}
        </Link>
      </p>
      <header>
        <Score score={finding.score} severity={finding.severity} />
        <h2 lang={lang} tabIndex={-1}>
          {finding.title}
        </h2>
      </header>
      <p class="quiet">
        {words.stride[finding.stride]}
        {finding.alsoStride.length > 0 && ` (${words.findings.also} ${finding.alsoStride.map((id) => words.stride[id]).join(", ")})`} · <span lang={lang}>{where}</span> ·{" "}
        {words.checklist.stage[finding.stage]} · {words.scores.likelihood} {finding.likelihood.toFixed(1)}, {words.scores.impact} {finding.impact.toFixed(1)} · {words.scores.residual}{" "}
        {finding.residual.score} · {words.status[finding.status]} · <code>{finding.id}</code> <CopyLink finding={finding} />
      </p>
      <div class="prose" lang={lang}>
        {finding.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div class="prose">
        <p>
          <strong>{words.findings.needs}:</strong> <span lang={lang}>{finding.prerequisites}</span>
        </p>
        <p>
          <strong>{words.findings.dismiss}:</strong> <span lang={lang}>{finding.falsePositives}</span>
        </p>
      </div>
      <MitigationList finding={finding} />
      <Factors finding={finding} />
      {editable && <Decision finding={finding} />}
      <Requirements finding={finding} />
      <Sources finding={finding} />
    </article>
  );
};
