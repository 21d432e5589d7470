import { type Condition, didYouMean, type Matcher, type Problem } from "@strideml/plugin-kit";
import { answerName, isAll, isAny, isNot } from "./condition.js";

const values = (matcher: Matcher): (string | boolean)[] => {
  if (Array.isArray(matcher)) return matcher;
  if (typeof matcher !== "object") return [matcher];
  if ("before" in matcher || "none" in matcher) return [];
  return ["atLeast" in matcher ? matcher.atLeast : matcher.atMost];
};

const ordered = (matcher: Matcher) => typeof matcher === "object" && !Array.isArray(matcher) && ("atLeast" in matcher || "atMost" in matcher);

/** What a condition has to know of a question. */
export interface Asked {
  id: string;
  type: "choice" | "boolean" | "list" | "date" | "text";
  choices: readonly { id: string; rank?: number | undefined }[];
}

const typeProblems = (question: Asked, matcher: Matcher, path: Problem["path"]): Problem[] => {
  const isObject = typeof matcher === "object" && !Array.isArray(matcher);
  if (question.type === "text") return [{ code: "text-answer", message: `${answerName(question.id)} is answered in prose, which no condition can compare`, path }];
  if ((question.type === "date") !== (isObject && "before" in matcher))
    return [
      {
        code: "wrong-matcher",
        message: `${answerName(question.id)} cannot be compared like this`,
        path,
        expected: question.type === "date" ? "before: a day" : "a value of the question",
      },
    ];
  if (isObject && "none" in matcher && question.type !== "list")
    return [{ code: "wrong-matcher", message: `${answerName(question.id)} is not answered with a list`, path, expected: "a value of the question" }];
  return [];
};

const valueProblems = (question: Asked, matcher: Matcher, path: Problem["path"]): Problem[] => {
  const wrongType = typeProblems(question, matcher, path);
  if (wrongType.length > 0) return wrongType;
  const known = question.type === "boolean" ? ["true", "false"] : question.choices.map((choice) => choice.id);
  const unknown = values(matcher).filter((value) => !known.includes(String(value)) || (typeof value === "boolean") !== (question.type === "boolean"));
  const problems: Problem[] = unknown.map((value) => ({
    code: "unknown-value",
    message: `${answerName(question.id)} has no value ${String(value)}`,
    path,
    expected: `one of ${known.join(", ")}`,
    hint: didYouMean(String(value), known),
  }));
  if (ordered(matcher) && question.choices.some((choice) => choice.rank === undefined))
    problems.push({ code: "not-ordered", message: `${answerName(question.id)} has no order to compare by`, path, expected: "a value or a list of values" });
  return problems;
};

/** Everything in a condition that names a question or a value that no plugin defines. */
export const conditionProblems = (condition: Condition | undefined, questions: ReadonlyMap<string, Asked>, path: Problem["path"]): Problem[] => {
  if (condition === undefined) return [];
  if (isAll(condition)) return condition.all.flatMap((part, index) => conditionProblems(part, questions, [...path, "all", index]));
  if (isAny(condition)) return condition.any.flatMap((part, index) => conditionProblems(part, questions, [...path, "any", index]));
  if (isNot(condition)) return conditionProblems(condition.not, questions, [...path, "not"]);
  return Object.entries(condition as Record<string, Matcher>).flatMap(([name, matcher]) => {
    const question = questions.get(name);
    if (question) return valueProblems(question, matcher, [...path, name]);
    return [{ code: "unknown-answer", message: `no question is called ${name}`, path: [...path, name], hint: didYouMean(name, questions.keys()) }];
  });
};
