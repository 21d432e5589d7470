import { nested, type PlainSystem } from "@strideml/core";
import type { Answer, FindingDecision, MitigationDecision } from "@strideml/plugin-kit";

/** What the user has entered so far: a system file in the making, plus what only the page keeps. */
export interface Draft {
  /** Names the model among the recent ones. */
  id: string;
  system: PlainSystem["system"];
  profile: Record<string, Answer>;
  /** Given refinements by dotted name: `training.mode`. */
  context: Record<string, Answer>;
  architecture?: PlainSystem["architecture"];
  /** Answers by questionnaire and question; a questionnaire that was begun has an entry, if an empty one. */
  questionnaires: Record<string, Record<string, Answer>>;
  decisions: PlainSystem["decisions"];
  /** Day of the documents, `YYYY-MM-DD`; empty for none. */
  date: string;
}

/** The name that the command line gives, too. */
export const UNNAMED = "Unnamed system";

/** A draft with nothing in it. */
export const blankDraft = (id: string): Draft => ({
  id,
  system: { name: UNNAMED },
  profile: {},
  context: {},
  questionnaires: {},
  decisions: { mitigations: [], findings: [] },
  date: "",
});

/** The draft as a system file. */
export const toSystem = ({ system, profile, context, architecture, questionnaires, decisions }: Draft): PlainSystem => ({
  schemaVersion: 1,
  system,
  profile,
  context: nested(context),
  ...(architecture && { architecture }),
  ...(Object.keys(questionnaires).length > 0 && { questionnaires }),
  decisions,
});

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

const flat = (value: Record<string, unknown>, prefix = ""): [string, Answer][] =>
  Object.entries(value).flatMap(([key, inner]): [string, Answer][] => (isMapping(inner) ? flat(inner, `${prefix}${key}.`) : [[`${prefix}${key}`, inner as Answer]]));

/** A system file as a draft. */
export const fromSystem = (id: string, { system, profile, context, architecture, questionnaires = {}, decisions }: PlainSystem): Draft => ({
  ...blankDraft(id),
  system,
  profile,
  context: Object.fromEntries(flat(context)),
  ...(architecture && { architecture }),
  questionnaires,
  decisions,
});

/** A draft that was kept, perhaps by an earlier version of the page, which knew fewer parts. */
export const completed = (kept: Draft): Draft => ({ ...blankDraft(kept.id), ...kept });

/** Whether every one of the four questions has an answer. */
export const isComplete = ({ profile }: Pick<Draft, "profile">, questions: readonly string[]): boolean => questions.every((name) => profile[name] !== undefined);

const put = <T extends { id: string }>(list: readonly T[], entry: T): T[] => [...list.filter(({ id }) => id !== entry.id), entry];

/** The draft with an answer; `undefined` takes a refinement back to what follows from the others. */
export const withAnswer = (draft: Draft, root: "profile" | "context", name: string, value: Answer | undefined): Draft => {
  const answers = { ...draft[root] };
  if (value === undefined) delete answers[name];
  else answers[name] = value;
  return { ...draft, [root]: answers };
};

/** The draft with an answer to a questionnaire; `undefined` takes it back. */
export const withFormAnswer = (draft: Draft, form: string, question: string, value: Answer | undefined): Draft => {
  const answers = { ...draft.questionnaires[form] };
  if (value === undefined) delete answers[question];
  else answers[question] = value;
  return { ...draft, questionnaires: { ...draft.questionnaires, [form]: answers } };
};

/** The draft with a questionnaire begun, or without its answers. */
export const withForm = (draft: Draft, form: string, answers: Record<string, Answer> | undefined): Draft => {
  const questionnaires = { ...draft.questionnaires };
  if (answers === undefined) delete questionnaires[form];
  else questionnaires[form] = answers;
  return { ...draft, questionnaires };
};

/** The draft with a decision on a mitigation; without a status the decision is taken back. */
export const withMitigation = (draft: Draft, id: string, status: MitigationDecision["status"] | undefined): Draft => {
  const others = draft.decisions.mitigations.filter((decision) => decision.id !== id);
  const old = draft.decisions.mitigations.find((decision) => decision.id === id);
  return { ...draft, decisions: { ...draft.decisions, mitigations: status === undefined ? others : put(others, { ...old, id, status }) } };
};

/** The draft with a decision on a finding, or without one. */
export const withFinding = (draft: Draft, id: string, decision: Omit<FindingDecision, "id"> | undefined): Draft => ({
  ...draft,
  decisions: {
    ...draft.decisions,
    findings: decision === undefined ? draft.decisions.findings.filter((each) => each.id !== id) : put(draft.decisions.findings, { ...decision, id }),
  },
});
