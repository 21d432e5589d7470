import type { FunctionComponent } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { titlePage } from "../ui/titlePage.js";
import { useApp, useModel, useWords } from "../ui/useApp.js";
import { Link } from "../ui/Link.js";
import { AnswersPanel } from "../result/AnswersPanel.js";
import { Checklist } from "../result/Checklist.js";
import { Compare } from "../result/Compare.js";
import { Diagram } from "../result/Diagram.js";
import { Documents } from "../result/Documents.js";
import { Forms } from "../result/Forms.js";
import { Findings } from "../result/Findings.js";
import { Frameworks } from "../result/Frameworks.js";
import { Mitigations } from "../result/Mitigations.js";
import { Overview } from "../result/Overview.js";

/** The parts of a result, in the order of their tabs. */
const PARTS = {
  overview: Overview,
  findings: Findings,
  diagram: Diagram,
  mitigations: Mitigations,
  checklist: Checklist,
  frameworks: Frameworks,
  forms: Forms,
  compare: Compare,
  documents: Documents,
} satisfies Record<string, FunctionComponent>;
type Part = keyof typeof PARTS;

const isPart = (name: string | undefined): name is Part => name !== undefined && Object.hasOwn(PARTS, name);

const Incomplete = () => {
  const words = useWords();
  const catalogue = useApp((state) => state.catalogue);
  const busy = useApp((state) => state.busy);
  if (!catalogue || busy)
    return (
      <p class="quiet waiting" aria-busy="true">
        {words.working}
      </p>
    );
  return (
    <p class="lead">
      {words.result.incomplete} <Link to={["question", "1"]}>{words.result.toQuestions}</Link>
    </p>
  );
};

/** Says, to those who do not see it, that the result has followed a change: an element of its own each time, so that equal words are said again. */
const Updated = () => {
  const words = useWords();
  const model = useModel();
  return (
    <p class="unseen" role="status">
      {model && <span key={model.provenance.inputDigest}>{words.result.updated(model.threats.length, model.overall.score)}</span>}
    </p>
  );
};

const Title = () => {
  const words = useWords();
  const model = useModel();
  const draft = useApp((state) => state.draft.system.name);
  const title = words.result.title(model?.system.name ?? draft);
  useLayoutEffect(titlePage, [title]);
  return <h1 tabIndex={-1}>{title}</h1>;
};

const usePart = (): Part => {
  const [, part] = useApp((state) => state.route).path;
  return isPart(part) ? part : "overview";
};

const Tabs = () => {
  const words = useWords();
  const part = usePart();
  return (
    <nav class="tabs" aria-label={words.result.sections}>
      {(Object.keys(PARTS) as Part[]).map((each) => (
        <Link key={each} to={["result", each]} aria-current={each === part ? "page" : undefined}>
          {words.result[each]}
        </Link>
      ))}
    </nav>
  );
};

const Shown = () => {
  const model = useModel();
  const part = usePart();
  const Component = PARTS[part];
  return <div class={`part part-${part}`}>{model ? <Component /> : <Incomplete />}</div>;
};

/** The threat model: answers beside it, its parts as tabs. Each follows what concerns it: an answer does not draw all of them again. */
export const Result = () => (
  <div class="result">
    <AnswersPanel />
    <div class="model">
      <Title />
      <Tabs />
      <Updated />
      <Shown />
    </div>
  </div>
);
