import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Questionnaire } from "@strideml/plugin-kit";
import { assess, ranksOf } from "../src/index.js";
import { KNOWLEDGE } from "./knowledge.js";

const questionnaire = KNOWLEDGE.questionnaires.find(({ id }) => id === "eu-ai-act")!;
const framework = KNOWLEDGE.frameworks.find(({ id }) => id === "eu-ai-act")!;
const background = { answers: { modelType: "llm", "context.training.baseModel": "none" }, ranks: ranksOf(KNOWLEDGE.questions) };
const assessed = (answers: Record<string, Answer>) => assess(questionnaire, answers, background, framework);

const answerOf = ({ type, choices }: Questionnaire["questions"][number]): fc.Arbitrary<Answer> => {
  const ids = choices.map(({ id }) => id);
  if (type === "boolean") return fc.boolean();
  if (type === "choice") return fc.constantFrom(...ids);
  if (type === "list") return fc.subarray(ids);
  return type === "date" ? fc.constantFrom("2024-01-01", "2026-08-02", "2027-12-02", "2031-01-01") : fc.string();
};

/** Some questions answered, some not. */
const anyAnswers = fc.record(Object.fromEntries(questionnaire.questions.map((question) => [question.id, answerOf(question)])), { requiredKeys: [] }) as fc.Arbitrary<
  Record<string, Answer>
>;

/** The same answers with some taken away. */
const fewer = anyAnswers.chain((answers) => fc.subarray(Object.entries(answers)).map((kept) => [answers, Object.fromEntries(kept)] as const));

describe("what is not known", () => {
  test("never becomes an outcome that more answers would take back", () => {
    fc.assert(
      fc.property(fewer, ([more, less]) => {
        const sure = new Set(
          assessed(more)
            .outcomes.filter(({ status }) => status === "holds")
            .map(({ id }) => id),
        );
        for (const outcome of assessed(less).outcomes) if (outcome.status === "holds") expect(sure).toContain(outcome.id);
      }),
      { numRuns: 150 },
    );
  });

  test("never becomes an obligation that more answers would take back", () => {
    fc.assert(
      fc.property(fewer, ([more, less]) => {
        const bound = new Set(
          assessed(more)
            .obligations.filter(({ status }) => status === "binds")
            .map(({ requirement }) => requirement),
        );
        for (const { requirement, status } of assessed(less).obligations) if (status === "binds") expect(bound).toContain(requirement);
      }),
      { numRuns: 100 },
    );
  });

  test("tells the day on which a requirement will bind among those that it told before", () => {
    fc.assert(
      fc.property(fewer, ([more, less]) => {
        const told = new Set(assessed(less).obligations.map(({ requirement, from }) => `${requirement} ${from}`));
        const postponed = new Set(questionnaire.rules.flatMap(({ postpones }) => postpones.map(({ to }) => to)));
        for (const { requirement, from, status } of assessed(more).obligations) if (status === "binds" && !postponed.has(from)) expect(told).toContain(`${requirement} ${from}`);
      }),
      { numRuns: 40 },
    );
  });

  test("names the questions that would decide, and only unanswered ones", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { outcomes, obligations } = assessed(answers);
        for (const { status, needs } of [...outcomes, ...obligations]) {
          expect(needs.length > 0).toBe(status === "open");
          for (const need of needs) expect(answers[need]).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

test("when every question is answered, nothing is open", () => {
  const all = fc.record(Object.fromEntries(questionnaire.questions.map((question) => [question.id, answerOf(question)]))) as fc.Arbitrary<Record<string, Answer>>;
  fc.assert(
    fc.property(all, (answers) => {
      const { outcomes, obligations, unanswered } = assessed(answers);
      expect([...outcomes, ...obligations].filter(({ status }) => status === "open")).toEqual([]);
      expect(unanswered).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
