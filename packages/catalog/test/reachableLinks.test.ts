// A link that no system can show is a claim that nobody can check: every linked threat and mitigation occurs somewhere where the requirement applies.
import { expect, test } from "vitest";
import type { Answer, Condition } from "@strideml/plugin-kit";
import { answerName, holds, ranksOf } from "../../core/src/index.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";

const ranks = ranksOf(KNOWLEDGE.questions);
const TRIES = 30_000;

/** The same systems on every run, over all answers and refinements: a linear congruential generator (Numerical Recipes). */
const systems = ((): Record<string, Answer>[] => {
  let state = 1;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const answer = ({ type, choices }: (typeof KNOWLEDGE.questions)[number]): Answer => (type === "boolean" ? below(2) === 1 : type === "list" ? [] : choices[below(choices.length)]!.id);
  return Array.from({ length: TRIES }, () => Object.fromEntries(KNOWLEDGE.questions.map((question) => [answerName(question.id), answer(question)])));
})();

const together = (...conditions: (Condition | undefined)[]): boolean => systems.some((answers) => conditions.every((condition) => holds(condition, answers, ranks)));

const limited = new Map(KNOWLEDGE.frameworks.flatMap(({ id, requirements }) => requirements.flatMap((each) => (each.when ? [[`${id} ${each.id}`, each.when] as const] : []))));
const pairs = (places: Record<string, number[]>) =>
  Object.entries(places).flatMap(([id, all]) =>
    all.flatMap((place) => {
      const { framework, requirement } = KNOWLEDGE.links[place]!;
      const when = limited.get(`${framework} ${requirement}`);
      return when === undefined ? [] : [{ name: `${framework} ${requirement} <- ${id}`, id, when }];
    }),
  );

test("every linked threat can occur where its requirement applies", () => {
  const threats = new Map(KNOWLEDGE.threats.map((threat) => [threat.id, threat]));
  expect(
    pairs(KNOWLEDGE.threatLinks)
      .filter(({ id, when }) => !together(when, threats.get(id)!.when))
      .map(({ name }) => name),
  ).toEqual([]);
});

test("every linked mitigation can be asked for where its requirement applies", () => {
  const mitigations = new Map(KNOWLEDGE.mitigations.map((mitigation) => [mitigation.id, mitigation]));
  const against = (id: string) => KNOWLEDGE.threats.filter((threat) => threat.mitigations.some((each) => each.id === id));
  expect(
    pairs(KNOWLEDGE.mitigationLinks)
      .filter(({ id, when }) => !against(id).some((threat) => together(when, mitigations.get(id)!.when, threat.when)))
      .map(({ name }) => name),
  ).toEqual([]);
});
