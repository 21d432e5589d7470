// What importers make of other tools' words are answers and kinds of component that the catalogue has.
import { expect, test } from "vitest";
import { KNOWLEDGE } from "../../../core/test/knowledge.js";
import { KIND_ANSWERS, RANKS, WORD_RULES } from "../../src/importers/answerRules.js";
import { KIND_WORDS } from "../../src/importers/kinds.js";

const questions = new Map(KNOWLEDGE.questions.map((question) => [question.id, question]));
const kinds = new Set(KNOWLEDGE.architectures.flatMap(({ components }) => components.map(({ kind }) => kind)));

const isAnswer = ({ question, value }: { question: string; value: unknown }): boolean => {
  const known = questions.get(question);
  if (known?.type === "boolean") return typeof value === "boolean";
  return known !== undefined && [value].flat().every((each) => known.choices.some(({ id }) => id === each));
};

test("suggested answers are answers", () => {
  expect([...Object.values(KIND_ANSWERS).flat(), ...WORD_RULES].filter((rule) => !isAnswer(rule))).toEqual([]);
});

test("recognised kinds are kinds of component", () => {
  expect([...Object.keys(KIND_ANSWERS), ...KIND_WORDS.map(({ kind }) => kind)].filter((kind) => !kinds.has(kind))).toEqual([]);
});

test.each(Object.entries(RANKS))("%s is ranked as the catalogue ranks it", (id, values) => {
  const { choices } = questions.get(id)!;
  const rank = new Map(choices.map((choice) => [choice.id, choice.rank ?? 0]));
  expect(values.filter((value) => !rank.has(value))).toEqual([]);
  const ranks = values.map((value) => rank.get(value)!);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
