import { type Answer, didYouMean, type FormQuestion, isDay, type Knowledge, type Problem, type Questionnaire, UNKNOWN } from "@strideml/plugin-kit";
import { repeatedEntries } from "./resolveAnswers.js";
import { shown } from "./zodProblems.js";

type Path = Problem["path"];

/** Characters of an answer in prose: a chapter of a document, not a book. */
const LONGEST_TEXT = 100_000;

const wrong = (value: unknown, path: Path, expected: string, known: readonly string[] = []): Problem[] => [
  {
    code: known.length > 0 ? "unknown-value" : "wrong-type",
    message: `unknown value ${shown(value)}`,
    path,
    expected,
    hint: typeof value === "string" ? didYouMean(value, known) : undefined,
  },
];

const choiceProblems = (question: FormQuestion, value: unknown, path: Path): Problem[] => {
  const known = question.choices.map((choice) => choice.id);
  return typeof value === "string" && known.includes(value) ? [] : wrong(value, path, `one of ${[...known, ...(question.type === "list" ? [] : [UNKNOWN])].join(", ")}`, known);
};

const valueProblems = (question: FormQuestion, value: unknown, path: Path): Problem[] => {
  switch (question.type) {
    case "boolean":
      return typeof value === "boolean" ? [] : wrong(value, path, `true, false or ${UNKNOWN}`);
    case "choice":
      return choiceProblems(question, value, path);
    case "list":
      if (!Array.isArray(value)) return wrong(value, path, `a list of ${question.choices.map((choice) => choice.id).join(", ")}; [] for none of them; or ${UNKNOWN}`);
      return [...value.flatMap((entry, index) => choiceProblems(question, entry, [...path, index])), ...repeatedEntries(value, path)];
    case "date":
      return typeof value === "string" && isDay(value) ? [] : wrong(value, path, `a day, YYYY-MM-DD, or ${UNKNOWN}`);
    case "text":
      return typeof value === "string" && value.length <= LONGEST_TEXT ? [] : wrong(value, path, `text of at most ${LONGEST_TEXT} characters`);
    default:
      return question.type satisfies never;
  }
};

const isAnswered = (value: unknown): boolean => value !== undefined && value !== null && value !== UNKNOWN && value !== "";

const unknownKey = (key: string, known: readonly string[], path: Path, what: string): Problem => ({
  code: "unknown-key",
  message: `no ${what} is called ${shown(key)}`,
  path,
  expected: `one of ${known.join(", ")}`,
  hint: didYouMean(key, known),
});

const answersTo = (questionnaire: Questionnaire, given: Record<string, unknown>): { answers: Record<string, Answer>; problems: Problem[] } => {
  const path: Path = ["questionnaires", questionnaire.id];
  const ids = questionnaire.questions.map((question) => question.id);
  const strange = Object.keys(given).filter((key) => !ids.includes(key));
  const answered = questionnaire.questions.filter((question) => isAnswered(given[question.id]));
  return {
    answers: Object.fromEntries(answered.map((question) => [question.id, given[question.id] as Answer])),
    problems: [
      ...strange.map((key) => unknownKey(key, ids, [...path, key], "question")),
      ...answered.flatMap((question) => valueProblems(question, given[question.id], [...path, question.id])),
    ],
  };
};

/**
 * Checks the answers to questionnaires against the loaded knowledge. An answer `unknown` is the same as none.
 * @param given by questionnaire and question, as a system file has them
 */
export const formAnswers = (
  given: Record<string, Record<string, unknown>>,
  { questionnaires }: Pick<Knowledge, "questionnaires">,
): { answers: Record<string, Record<string, Answer>>; problems: Problem[] } => {
  const ids = questionnaires.map((questionnaire) => questionnaire.id);
  const problems = Object.keys(given)
    .filter((id) => !ids.includes(id))
    .map((id) => unknownKey(id, ids, ["questionnaires", id], "questionnaire"));
  const read = questionnaires
    .filter(({ id }) => Object.hasOwn(given, id))
    .map((questionnaire) => ({ id: questionnaire.id, ...answersTo(questionnaire, given[questionnaire.id]!) }));
  return { answers: Object.fromEntries(read.map(({ id, answers }) => [id, answers])), problems: [...problems, ...read.flatMap((each) => each.problems)] };
};
