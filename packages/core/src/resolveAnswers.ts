import { type Answer, type AnswerOrigin, didYouMean, type Knowledge, type Problem, type Question } from "@strideml/plugin-kit";
import { type Ranks, answerName, holds, ranksOf } from "./condition.js";
import { shown } from "./zodProblems.js";

interface Resolved {
  answers: Record<string, Answer>;
  origins: Record<string, AnswerOrigin>;
  problems: Problem[];
}

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** Nested mappings to dotted names, stopping where a question is asked: `{training: {mode}}` -> `context.training.mode`. */
const flatten = (value: unknown, prefix: string, asked: ReadonlySet<string>): [string, unknown][] =>
  isMapping(value) && !asked.has(prefix) ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${prefix}.${key}`, asked)) : [[prefix, value]];

const checkOne = (question: Question, value: unknown, path: Problem["path"]): Problem[] => {
  const known = question.type === "boolean" ? ["true", "false"] : question.choices.map((choice) => choice.id);
  const expected = `one of ${known.join(", ")}`;
  if (question.type === "boolean") return typeof value === "boolean" ? [] : [{ code: "wrong-type", message: `${shown(value)} is not yes or no`, path, expected: "true or false" }];
  if (typeof value !== "string") return [{ code: "wrong-type", message: `${shown(value)} is not a value of ${answerName(question.id)}`, path, expected }];
  return known.includes(value) ? [] : [{ code: "unknown-value", message: `unknown value ${shown(value)}`, path, expected, hint: didYouMean(value, known) }];
};

const check = (question: Question, value: unknown, path: Problem["path"]): Problem[] => {
  if (question.type !== "list") return checkOne(question, value, path);
  if (!Array.isArray(value))
    return [{ code: "wrong-type", message: `${shown(value)} is not a list`, path, expected: `a list of ${question.choices.map((choice) => choice.id).join(", ")}` }];
  return value.flatMap((entry, index) => checkOne(question, entry, [...path, index]));
};

const defaultOf = (question: Question, answers: Record<string, Answer>, ranks: Ranks): { value: Answer; because: string } | undefined => {
  const fitting = question.defaults.filter((entry) => holds(entry.when, answers, ranks));
  if (question.type === "list")
    return { value: fitting.map((entry) => String(entry.value)), because: fitting.map((entry) => entry.because).join(" ") || "Nothing in the answers points to one." };
  return fitting[0];
};

/** Answers that were given: checked one by one, unknown names with a suggestion. */
const givenAnswers = (profile: unknown, context: unknown, questions: readonly Question[]): { given: Map<string, unknown>; problems: Problem[] } => {
  const asked = new Set(questions.map((question) => question.id));
  const problems: Problem[] = [];
  const given = new Map<string, unknown>();
  for (const [root, value] of Object.entries({ profile, context })) {
    if (value === undefined || value === null) continue;
    if (!isMapping(value)) problems.push({ code: "wrong-type", message: `${root} is not a mapping`, path: [root], expected: "a mapping of questions to answers" });
    else for (const [id, answer] of Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${root}.${key}`, asked))) given.set(id, answer);
  }
  for (const id of given.keys()) {
    if (asked.has(id)) continue;
    const names = [...asked].filter((known) => known.startsWith(`${id.split(".")[0]}.`)).map((known) => known.split(".").slice(1).join("."));
    problems.push({
      code: "unknown-key",
      message: `unknown key ${shown(id.split(".").slice(1).join("."))}`,
      path: id.split("."),
      expected: `one of ${names.join(", ")}`,
      hint: didYouMean(id.split(".").slice(1).join("."), names),
    });
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
    const path = question.id.split(".");
    const value = given.get(question.id);
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
    } else if (wrong.length === 0) {
      problems.push({ code: "missing", message: "is missing", path, expected: `one of ${question.choices.map((choice) => choice.id).join(", ")}`, hint: question.title });
    }
  }
  return { answers, origins, problems };
};
