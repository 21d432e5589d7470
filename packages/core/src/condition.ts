import type { Answer, Condition, Matcher, Question } from "@strideml/plugin-kit";

/** Ranks of ordered answers: `accessLevel` -> `public` -> 3. */
export type Ranks = Record<string, Record<string, number>>;

/** The name by which conditions and scales refer to a question: `profile.modelType` is `modelType`. */
export const answerName = (questionId: string): string => questionId.replace(/^profile\./, "");

/** Collects the ranks of every ordered question. */
export const ranksOf = (questions: readonly Question[]): Ranks =>
  Object.fromEntries(
    questions.map((question) => [answerName(question.id), Object.fromEntries(question.choices.flatMap((choice) => (choice.rank === undefined ? [] : [[choice.id, choice.rank]])))]),
  );

/** The schema forbids questions called all, any or not, so the key alone tells what a condition is. */
export const isAll = (condition: Condition): condition is { all: Condition[] } => "all" in condition;
export const isAny = (condition: Condition): condition is { any: Condition[] } => "any" in condition;
export const isNot = (condition: Condition): condition is { not: Condition } => "not" in condition;

const equals = (answer: Answer | undefined, wanted: string | boolean) => (Array.isArray(answer) ? answer.includes(String(wanted)) : answer === wanted);

/** Whether one answer is what a condition asks for. An absent answer never is. */
export const matches = (answer: Answer | undefined, matcher: Matcher, ranks: Record<string, number> = {}): boolean => {
  if (Array.isArray(matcher)) return matcher.some((wanted) => equals(answer, wanted));
  if (typeof matcher !== "object") return equals(answer, matcher);
  if ("before" in matcher) return typeof answer === "string" && answer < matcher.before;
  if ("none" in matcher) return Array.isArray(answer) && answer.length === 0;
  const rank = ranks[String(answer)];
  if (rank === undefined) return false;
  return "atLeast" in matcher ? rank >= ranks[matcher.atLeast]! : rank <= ranks[matcher.atMost]!;
};

/** Whether a condition holds for a set of answers. Mentioned answers that are absent never match. */
export const holds = (condition: Condition | undefined, answers: Record<string, Answer>, ranks: Ranks): boolean => {
  if (condition === undefined) return true;
  if (isAll(condition)) return condition.all.every((part) => holds(part, answers, ranks));
  if (isAny(condition)) return condition.any.some((part) => holds(part, answers, ranks));
  if (isNot(condition)) return !holds(condition.not, answers, ranks);
  return Object.entries(condition as Record<string, Matcher>).every(([name, matcher]) => matches(answers[name], matcher, ranks[name]));
};
