import type { Finding } from "@strideml/plugin-kit";
import { useState } from "preact/hooks";
import { routeTo } from "../state/route.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { useCatalogLang, useEditable, useModel, useWords } from "../ui/useApp.js";
import { Decision } from "./Decision.js";
import { Factors } from "./Factors.js";
import { Requirements } from "./Requirements.js";
import { Sources } from "./Sources.js";

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
        {words.checklist.stage[finding.stage]} · {words.scores.likelihood} {finding.likelihood.toFixed(1)}, {words.scores.impact} {finding.impact.toFixed(1)} ·{" "}
        {words.scores.residual} {finding.residual.score} · {words.status[finding.status]} · <code>{finding.id}</code> <CopyLink finding={finding} />
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
