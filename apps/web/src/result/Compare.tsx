import { diffModels } from "@strideml/core";
import type { Finding } from "@strideml/plugin-kit";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { compareFromHere, compareWithFile } from "../state/actions.js";
import { FileButton } from "../ui/FileButton.js";
import { Link } from "../ui/Link.js";
import { Score } from "../ui/Score.js";
import { useApp, useCatalogLang, useModel, useWords } from "../ui/useApp.js";

const Group = ({
  title,
  findings,
  children,
  linked = true,
  moved = false,
}: {
  title: string;
  findings: readonly Finding[];
  linked?: boolean;
  moved?: boolean;
  children?: (finding: Finding, index: number) => ComponentChildren;
}) => {
  const words = useWords();
  const lang = useCatalogLang();
  return (
    <section class={moved ? "moved" : ""}>
      <h2>
        {title} <span class="quiet">{findings.length}</span>
      </h2>
      {findings.length === 0 && <p class="quiet">{words.compare.none}</p>}
      <ul class="list">
        {findings.map((finding, index) => (
          <li key={finding.id}>
            <Score score={finding.score} severity={finding.severity} />
            <span>
              {linked ? (
                <Link to={["result", "findings", finding.id]} lang={lang}>
                  {finding.title}
                </Link>
              ) : (
                <span lang={lang}>{finding.title}</span>
              )}
            </span>
            {children && <span class="quiet figures">{children(finding, index)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Choose = () => {
  const words = useWords();
  return (
    <p class="buttons">
      <button type="button" onClick={compareFromHere}>
        {words.compare.here}
      </button>
      <FileButton label={words.compare.file} onFiles={([file]) => void compareWithFile(file)} />
    </p>
  );
};

/** Two versions side by side: which findings came, went and moved, and by how much. A saved model is compared with today's. */
export const Compare = () => {
  const words = useWords();
  const reference = useApp((state) => state.reference);
  const model = useApp((state) => state.model);
  const shown = useModel()!;
  const present = model ?? shown;
  const diff = useMemo(() => (reference ? diffModels(reference.model, present) : undefined), [reference, present]);
  return (
    <>
      <p class="help">{words.compare.help}</p>
      <Choose />
      {reference && diff && (
        <>
          <p>
            {words.compare.with(reference.name || words.compare.start)}. {words.scores.overall} {words.compare.from(diff.overall.before.score, diff.overall.after.score)},{" "}
            {words.compare.residual(diff.residual.before.score, diff.residual.after.score)}. {words.compare.unchanged(diff.unchanged)}.
          </p>
          <div class="columns">
            <Group title={words.compare.appeared} findings={diff.appeared} />
            <Group title={words.compare.vanished} findings={diff.vanished} linked={false} />
            <Group moved title={words.compare.moved} findings={diff.moved.map(({ after }) => after)}>
              {(_, index) => {
                const { before, after } = diff.moved[index]!;
                return [
                  before.score !== after.score && words.compare.from(before.score, after.score),
                  before.residual.score !== after.residual.score && words.compare.residual(before.residual.score, after.residual.score),
                  before.status !== after.status && words.status[after.status],
                ]
                  .filter(Boolean)
                  .join(", ");
              }}
            </Group>
          </div>
        </>
      )}
    </>
  );
};
