import type { Finding } from "@strideml/plugin-kit";
import { useState } from "preact/hooks";
import { copyText } from "../files/copyText.js";
import { store } from "../state/app.js";
import { toSystem } from "../state/Draft.js";
import { shareAddress } from "../state/share.js";
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

/** A link to a finding carries the system, for elsewhere there is no model to find it in. */
const CopyLink = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const [said, setSaid] = useState("");
  const copy = async () => {
    const address = await shareAddress(toSystem(store.get().draft), ["findings", finding.id]);
    if (address === undefined) setSaid(words.documents.tooLargeForLink);
    else setSaid((await copyText(address)) ? words.findings.copied : words.documents.notCopied);
  };
  return (
    <>
      <button type="button" class="plain" onClick={() => void copy()}>
        {words.findings.copyLink}
      </button>{" "}
      <span role="status">{said}</span>
    </>
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
        {words.checklist.stage[finding.stage]} · {words.scores.likelihood} {words.number(finding.likelihood.toFixed(1))}, {words.scores.impact}{" "}
        {words.number(finding.impact.toFixed(1))} · {words.scores.residual} {finding.residual.score} · {words.status[finding.status]} · <code>{finding.id}</code>{" "}
        <CopyLink finding={finding} />
      </p>
      <div class="prose" lang={lang}>
        {finding.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div class="prose">
        <p>
          <strong>{words.colon(words.findings.needs)}</strong> <span lang={lang}>{finding.prerequisites}</span>
        </p>
        <p>
          <strong>{words.colon(words.findings.dismiss)}</strong> <span lang={lang}>{finding.falsePositives}</span>
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
