import { didYouMean, type Plugin, type Problem, type Question, type Scale } from "@strideml/plugin-kit";
import { conditionProblems } from "./conditionProblems.js";

type Questions = ReadonlyMap<string, Question>;

const defaultProblems = (question: Question, questions: Questions, path: Problem["path"]): Problem[] => {
  const conditions = question.defaults.flatMap((entry, index) => conditionProblems(entry.when, questions, [...path, "defaults", index, "when"]));
  const known = new Set(question.choices.map((choice) => choice.id));
  const values = question.defaults.flatMap((entry, index): Problem[] =>
    (question.type === "boolean" ? typeof entry.value === "boolean" : known.has(String(entry.value)))
      ? []
      : [{ code: "unknown-value", message: `the default ${String(entry.value)} is not one of its values`, path: [...path, "defaults", index, "value"] }],
  );
  const needed = question.id.startsWith("context.") && question.type !== "list" && question.defaults.at(-1)?.when !== undefined;
  const missing: Problem[] =
    needed || (question.id.startsWith("context.") && question.type !== "list" && question.defaults.length === 0)
      ? [{ code: "no-default", message: `${question.id} has no default that always holds`, path: [...path, "defaults"], expected: "a last default without `when`" }]
      : [];
  return [...conditions, ...values, ...missing];
};

const scaleProblems = (scale: Scale, questions: Questions, path: Problem["path"]): Problem[] => {
  const question = questions.get(scale.by);
  if (!question) return [{ code: "unknown-answer", message: `no question is called ${scale.by}`, path: [...path, "by"], hint: didYouMean(scale.by, questions.keys()) }];
  if (question.type === "list")
    return [{ code: "wrong-type", message: `${scale.by} is answered with a list, which no scale can read`, path: [...path, "by"], expected: "a choice or a yes-or-no question" }];
  const answers = question.type === "boolean" ? ["true", "false"] : question.choices.map((choice) => choice.id);
  return [
    ...answers
      .filter((answer) => !Object.hasOwn(scale.values, answer))
      .map((answer): Problem => ({ code: "missing", message: `the scale has no value for ${answer}`, path: [...path, "values"] })),
    ...scale.adjust.flatMap((adjustment, index) => conditionProblems(adjustment.when, questions, [...path, "adjust", index, "when"])),
  ];
};

/** What is wrong with the questions and scales of a plugin. */
export const questionProblems = (plugin: Plugin, questions: Questions): Problem[] => [
  ...plugin.questions.flatMap((question, index) => defaultProblems(question, questions, ["questions", index])),
  ...plugin.scales.flatMap((scale, index) => scaleProblems(scale, questions, ["scales", index])),
];
