import * as fc from "fast-check";
import { expect, test } from "vitest";
import { riskOf, STRIDE, toScore } from "@strideml/plugin-kit";
import { summarise } from "../src/index.js";
import { KNOWLEDGE } from "./knowledge.js";

const { scoring } = KNOWLEDGE;
const point = fc.double({ min: 1, max: 5, noNaN: true });
const rated = fc
  .record({ stride: fc.constantFrom(...STRIDE), likelihood: point, impact: point })
  .map((finding) => ({ ...finding, score: toScore(riskOf(finding.likelihood, finding.impact), scoring.bands).score }));

test("another finding never lowers a category or the overall score", () => {
  fc.assert(
    fc.property(fc.array(rated, { maxLength: 40 }), rated, (findings, extra) => {
      const [before, after] = [summarise(findings, scoring), summarise([...findings, extra], scoring)];
      expect(after.overall.score).toBeGreaterThanOrEqual(before.overall.score);
      for (const [index, category] of after.categories.entries()) expect(category.score).toBeGreaterThanOrEqual(before.categories[index]!.score);
    }),
  );
});

test("a critical finding lifts its category and the overall score to at least high, however many low ones surround it", () => {
  const critical = { stride: "tampering" as const, likelihood: 5, impact: 4, score: 8 };
  const low = STRIDE.flatMap((stride) => Array.from({ length: 50 }, () => ({ stride, likelihood: 1, impact: 1, score: 1 })));
  const { overall, categories } = summarise([critical, ...low], scoring);
  expect(overall.score).toBeGreaterThanOrEqual(6);
  expect(categories.find((category) => category.stride === "tampering")!.score).toBeGreaterThanOrEqual(6);
});

test("without findings every score is 1", () => {
  const { overall, categories } = summarise([], scoring);
  expect([overall.score, ...categories.map((category) => category.score)]).toEqual([1, 1, 1, 1, 1, 1, 1]);
});

test("shares that must add up to one do", () => {
  const sum = (values: number[]) => Math.round(values.reduce((a, b) => a + b, 0) * 1000) / 1000;
  expect([sum(Object.values(scoring.likelihood)), sum(scoring.category), sum(scoring.overall)]).toEqual([1, 1, 1]);
});
