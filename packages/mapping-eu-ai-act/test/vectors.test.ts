import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Answer, Obligation } from "@strideml/plugin-kit";
import { assess, formAnswers, ranksOf } from "../../core/src/index.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";

interface Vector {
  name: string;
  source: string;
  given: Record<string, Answer | null>;
  /** Whether the outcomes of every system in scope are expected besides. */
  scope?: boolean;
  holds: string[];
  /** Outcomes that stay open, with the questions that would decide them. */
  open?: Record<string, string[]>;
  dates?: Record<string, string>;
  binds?: Record<string, string>;
  opened?: Record<string, string[]>;
  /** Every day on which a requirement binds or may bind. */
  days?: Record<string, string[]>;
  free?: string[];
  contradictions?: string[];
}

const { base, vectors } = parse(readFileSync(new URL("vectors.yaml", import.meta.url), "utf8")) as { base: Record<string, Answer>; vectors: Vector[] };
const questionnaire = KNOWLEDGE.questionnaires.find(({ id }) => id === "eu-ai-act")!;
const framework = KNOWLEDGE.frameworks.find(({ id }) => id === "eu-ai-act")!;
const system: Record<string, Answer> = { modelType: "llm", "context.training.baseModel": "none" };

const assessed = (given: Vector["given"]) => {
  const { answers, problems } = formAnswers({ "eu-ai-act": { ...base, ...given } }, KNOWLEDGE);
  expect(problems).toEqual([]);
  return assess(questionnaire, answers["eu-ai-act"]!, { answers: system, ranks: ranksOf(KNOWLEDGE.questions) }, framework);
};

test("there are at least forty vectors, each with its source", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(40);
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
});

describe.each(vectors)("$name ($source)", ({ given, scope = true, holds, open = {}, dates = {}, binds = {}, opened = {}, days = {}, free = [], contradictions = [] }) => {
  const { outcomes, obligations, contradictions: told } = assessed(given);
  const bound = new Map<string, Obligation>(obligations.toReversed().map((obligation) => [obligation.requirement, obligation]));

  test("outcomes, dates and contradictions", () => {
    const holding = outcomes.filter(({ status }) => status === "holds").map(({ id }) => id);
    expect(holding.toSorted()).toEqual([...(scope ? ["in-scope", "fines-operators"] : []), ...holds].toSorted());
    for (const [id, needs] of Object.entries(open)) expect(outcomes.find((outcome) => outcome.id === id)).toMatchObject({ status: "open", needs });
    for (const [id, from] of Object.entries(dates)) expect(outcomes.find((outcome) => outcome.id === id)?.from[0]?.from).toBe(from);
    expect(told.map(({ id }) => id)).toEqual(contradictions);
  });

  test("obligations", () => {
    const sure = Object.fromEntries(Object.keys(binds).map((id) => [id, bound.get(id)?.status === "binds" ? `${bound.get(id)!.from} ${bound.get(id)!.route}` : "not sure"]));
    expect(sure).toEqual(binds);
    for (const [id, needs] of Object.entries(opened)) expect(bound.get(id), id).toMatchObject({ status: "open", needs });
    for (const [id, each] of Object.entries(days))
      expect(
        obligations
          .filter(({ requirement }) => requirement === id)
          .map(({ from, status }) => `${from} ${status}`)
          .toSorted(),
        id,
      ).toEqual(each);
    for (const id of free) expect(bound.has(id), `${id} binds`).toBe(false);
  });
});
