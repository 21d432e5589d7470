import { type Answer, type AnswerOrigin, didYouMean, type Knowledge, type Problem, type Question } from "@strideml/plugin-kit";
import { type Ranks, answerName, holds, ranksOf } from "./condition.js";
import { kindOf, shown } from "./zodProblems.js";

interface Resolved {
  answers: Record<string, Answer>;
  origins: Record<string, AnswerOrigin>;
  problems: Problem[];
}

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** An answer as it stands in the file. */
interface Given {
  id: string;
  value: unknown;
  path: Problem["path"];
}

/** Nested mappings to dotted names, stopping where a question is asked: `{training: {mode}}` -> `context.training.mode`. */
const flatten = (value: unknown, path: Problem["path"], asked: ReadonlySet<string>): Given[] => {
  const id = path.join(".");
  return isMapping(value) && !asked.has(id) ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key], asked)) : [{ id, value, path }];
};

const checkOne = (question: Question, value: unknown, path: Problem["path"]): Problem[] => {
  const known = question.type === "boolean" ? ["true", "false"] : question.choices.map((choice) => choice.id);
  const expected = `one of ${known.join(", ")}`;
  if (question.type === "boolean") return typeof value === "boolean" ? [] : [{ code: "wrong-type", message: `${shown(value)} is not yes or no`, path, expected: "true or false" }];
  if (typeof value !== "string") return [{ code: "wrong-type", message: `${shown(value)} is not a value of ${answerName(question.id)}`, path, expected }];
  return known.includes(value) ? [] : [{ code: "unknown-value", message: `unknown value ${shown(value)}`, path, expected, hint: didYouMean(value, known) }];
};

/** Entries of a list of answers that are there already. */
export const repeatedEntries = (list: readonly unknown[], path: Problem["path"]): Problem[] => {
  const seen = new Set<unknown>();
  return list.flatMap((entry, index): Problem[] =>
    seen.has(entry) ? [{ code: "repeated", message: `${shown(entry)} is there twice`, path: [...path, index], hint: "keep one of the two" }] : (seen.add(entry), []),
  );
};

const check = (question: Question, value: unknown, path: Problem["path"]): Problem[] => {
  if (question.type !== "list") return checkOne(question, value, path);
  if (!Array.isArray(value))
    return [{ code: "wrong-type", message: `${shown(value)} is not a list`, path, expected: `a list of ${question.choices.map((choice) => choice.id).join(", ")}` }];
  return [...value.flatMap((entry, index) => checkOne(question, entry, [...path, index])), ...repeatedEntries(value, path)];
};

const defaultOf = (question: Question, answers: Record<string, Answer>, ranks: Ranks): { value: Answer; because: string } | undefined => {
  const fitting = question.defaults.filter((entry) => holds(entry.when, answers, ranks));
  if (question.type === "list")
    return { value: fitting.map((entry) => String(entry.value)), because: fitting.map((entry) => entry.because).join(" ") || "Nothing in the answers points to one." };
  return fitting[0];
};

const withoutRoot = (id: string): string => id.split(".").slice(1).join(".");

/** What is told of a name that is no question: it is misspelt, or the name of a group of questions. */
const notAsked = ({ id, value, path }: Given, asked: ReadonlySet<string>): Problem => {
  const root = id.split(".")[0]!;
  const group = [...asked].filter((known) => known.startsWith(`${id}.`)).map((known) => known.slice(id.length + 1));
  if (group.length > 0) return { code: "wrong-type", message: `is ${kindOf(value)}`, path, expected: `a mapping with ${group.join(", ")}` };
  const names = [...asked].filter((known) => known.startsWith(`${root}.`)).map(withoutRoot);
  return { code: "unknown-key", message: `unknown key ${shown(withoutRoot(id))}`, path, expected: `one of ${names.join(", ")}`, hint: didYouMean(withoutRoot(id), names) };
};

/** Answers that were given, by question; unknown names with a suggestion. */
const givenAnswers = (profile: unknown, context: unknown, questions: readonly Question[]): { given: Map<string, Given>; problems: Problem[] } => {
  const asked = new Set(questions.map((question) => question.id));
  const problems: Problem[] = [];
  const given = new Map<string, Given>();
  for (const [root, value] of Object.entries({ profile, context })) {
    if (value === undefined || value === null) continue;
    if (!isMapping(value)) problems.push({ code: "wrong-type", message: `is ${kindOf(value)}`, path: [root], expected: "a mapping of questions to answers" });
    else
      for (const answer of Object.entries(value).flatMap(([key, inner]) => flatten(inner, [root, key], asked))) {
        if (!asked.has(answer.id)) {
          // A group that is empty says as much as none.
          if (answer.value !== null || ![...asked].some((id) => id.startsWith(`${answer.id}.`))) problems.push(notAsked(answer, asked));
        } else if (given.has(answer.id))
          problems.push({ code: "repeated", message: `${withoutRoot(answer.id)} is answered twice`, path: answer.path, hint: "keep one of the two" });
        else given.set(answer.id, answer);
      }
  }
  return { given, problems };
};

/** Checks the given answers and derives the others by the defaults of their questions, each with its reason. */
export const resolveAnswers = (profile: unknown, context: unknown, knowledge: Knowledge): Resolved => {
  const { given, problems } = givenAnswers(profile, context, knowledge.questions);
  const ranks = ranksOf(knowledge.questions);
  const answers: Record<string, Answer> = {};
  const origins: Record<string, AnswerOrigin> = {};
  for (const question of knowledge.questions) {
    const name = answerName(question.id);
    const { value, path } = given.get(question.id) ?? { value: undefined, path: question.id.split(".") };
    const wrong = value === undefined || value === null ? [] : check(question, value, path);
    problems.push(...wrong);
    if (value !== undefined && value !== null && wrong.length === 0) {
      answers[name] = value as Answer;
      origins[name] = { given: true, because: "Given." };
      continue;
    }
    const fallback = question.id.startsWith("context.") ? defaultOf(question, answers, ranks) : undefined;
    if (fallback) {
      answers[name] = fallback.value;
      origins[name] = { given: false, because: fallback.because };
    } else if (wrong.length === 0 && (profile === undefined || profile === null || isMapping(profile))) {
      problems.push({ code: "missing", message: "is missing", path, expected: `one of ${question.choices.map((choice) => choice.id).join(", ")}`, hint: question.title });
    }
  }
  return { answers, origins, problems };
};
