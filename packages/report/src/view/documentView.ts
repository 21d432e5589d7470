import { type Answer, type Knowledge, lineage, PROGRESS_WORDS, STATUS_WORDS, type Questionnaire, type QuestionnaireItem, type ThreatModel } from "@strideml/plugin-kit";
import { answerWords } from "./answerWords.js";
import { factsNamed } from "./facts.js";
import { anchorOf, type Lookup, scoreView } from "./findingView.js";
import type { DocumentView, ItemView } from "./View.js";

/** What the status of an item says; the order is that of the ledger. */
const STATES = {
  model: "Filled from the model",
  answered: "Answered by you",
  both: "Filled from the model and answered by you",
  partly: "Partly answered",
  modelOnly: "Filled from the model in part; yours is missing",
  missing: "Missing",
} as const;
type State = keyof typeof STATES;

const stateOf = (known: boolean, answered: number, missing: number): State => {
  if (missing === 0) return answered === 0 ? (known ? "model" : "missing") : known ? "both" : "answered";
  if (answered > 0) return "partly";
  return known ? "modelOnly" : "missing";
};

interface Context {
  model: ThreatModel;
  knowledge: Pick<Knowledge, "questions" | "mitigations" | "frameworks">;
  lookup: Lookup;
  questionnaire: Questionnaire;
  answers: Record<string, Answer>;
  /** Questions that need no answer in this case, because of the other answers. */
  notAsked: ReadonlySet<string>;
  /** Number of the last thing to be completed. */
  last: number;
}

const linked = ({ links }: QuestionnaireItem, { model, knowledge, lookup, questionnaire }: Context): Pick<ItemView, "findings" | "measures"> => {
  const requirements = knowledge.frameworks.find(({ id }) => id === questionnaire.framework)?.requirements ?? [];
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const isWithin = (requirement: string) => lineage(requirement, byId).some((id) => links.includes(id));
  const touches = (annotations: readonly { framework: string; requirement: string }[]) =>
    links.length > 0 && annotations.some(({ framework, requirement }) => framework === questionnaire.framework && isWithin(requirement));
  return {
    findings: model.threats
      .filter(({ annotations }) => touches(annotations))
      .map((finding) => ({
        title: finding.title,
        component: lookup.componentTitles.get(finding.component) ?? finding.component,
        ...scoreView(finding),
        residual: String(finding.residual.score),
        status: STATUS_WORDS[finding.status],
      })),
    measures: model.mitigations
      .filter(({ annotations }) => touches(annotations))
      .map(({ title, status, owner, decision }) => ({ title, status: PROGRESS_WORDS[status], owner: decision?.owner ?? owner })),
  };
};

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");

const itemView = (item: QuestionnaireItem, context: Context): ItemView & { state: State } => {
  const { model, knowledge, questionnaire, answers, notAsked } = context;
  const questions = item.questions.flatMap((id) => questionnaire.questions.filter((question) => question.id === id && !notAsked.has(id)));
  const open = questions.filter(({ id }) => answers[id] === undefined);
  const facts = item.facts.flatMap((name) => factsNamed(name, model, knowledge));
  const { findings, measures } = linked(item, context);
  const answered = questions.filter(({ id }) => answers[id] !== undefined);
  const state = stateOf(facts.length + findings.length + measures.length > 0, answered.length, open.length);
  return {
    id: item.id,
    anchor: anchorOf(`item-${item.id.toLowerCase()}`),
    title: item.title,
    by: item.by,
    state,
    status: STATES[state],
    facts,
    findings,
    measures,
    answers: answered.map((question) => ({ question: question.title, paragraphs: paragraphsOf(answerWords(question, answers[question.id])) })),
    missing: open.map(({ title, help, source }) => ({ number: String((context.last += 1)), question: title, help, source: source.text, by: item.by })),
  };
};

/** A document as one list: what a view holds of it before its items are put into sections. */
export type DocumentParts = Omit<DocumentView, "sections"> & {
  /** The title of the section of each item. */
  sectionTitles: string[];
};

/** Items that follow one another under the same title are a section. */
export const inSections = ({ sectionTitles, ...document }: DocumentParts): DocumentView => {
  const sections: DocumentView["sections"] = [];
  for (const [index, item] of document.items.entries()) {
    const title = sectionTitles[index]!;
    const last = sections.at(-1);
    if (last?.title === title) last.items.push(item);
    else sections.push({ title, items: [item] });
  }
  return { ...document, sections };
};

const COMPLETE: readonly State[] = ["model", "answered", "both"];

/** The document that a questionnaire asks for, filled as far as the model and the answers go. */
export const documentView = (questionnaire: Questionnaire, model: ThreatModel, knowledge: Context["knowledge"], lookup: Lookup): DocumentParts => {
  const assessment = model.assessments.find((each) => each.questionnaire === questionnaire.id);
  const answers = assessment?.answers ?? {};
  // A model that was saved before this questionnaire existed says nothing of it: then everything is still to be answered.
  const unanswered = new Set(assessment?.unanswered ?? questionnaire.questions.map(({ id }) => id));
  const notAsked = new Set(questionnaire.questions.filter(({ id }) => answers[id] === undefined && !unanswered.has(id)).map(({ id }) => id));
  const context: Context = { model, knowledge, lookup, questionnaire, answers, notAsked, last: 0 };
  const mine = questionnaire.items.filter(({ id }) => !(assessment?.notItems.includes(id) ?? false));
  const filled = mine.map((item) => itemView(item, context));
  const count = (states: readonly State[]) => String(filled.filter(({ state }) => states.includes(state)).length);
  const items = filled.map(({ state: _state, ...item }) => item);
  return {
    title: questionnaire.title,
    description: questionnaire.description,
    counts: { complete: count(COMPLETE), partly: count(["partly", "modelOnly"]), missing: count(["missing"]), total: String(items.length) },
    sectionTitles: mine.map(({ section }) => section),
    items,
  };
};
