import { expect, test } from "vitest";
import type { ThreatModel } from "@strideml/plugin-kit";
import { diffModels, readSavedModel, systemOfModel } from "../../core/src/index.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { toView } from "../src/index.js";
import { exampleModel } from "./exampleModel.js";

type Holder = Record<string | number, unknown>;

/** Every key at every level, once: what holds it and how it is called there. Items of lists are alike. */
const places = (value: unknown, name: string, found: Map<string, [Holder, string | number]>): void => {
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    const path = `${name}.${Array.isArray(value) ? "*" : key}`;
    if (!found.has(path)) found.set(path, [value as Holder, key]);
    places(inner, path, found);
  }
};

/** A model of an example, as it is saved, cut down to what still has every kind of key. */
const smallModel = (name: string): ThreatModel => {
  const model = JSON.parse(JSON.stringify(exampleModel(name))) as ThreatModel;
  const threats = [...model.threats.slice(0, 2), ...model.threats.filter(({ decision }) => decision).slice(0, 1)];
  const asked = model.mitigations.filter(({ id }) => threats.some(({ mitigations }) => mitigations.includes(id)));
  const mitigations = asked.map((each) => ({
    ...each,
    findings: each.findings.filter((id) => threats.some((finding) => finding.id === id)),
    annotations: each.annotations.slice(0, 2),
  }));
  const frameworks = model.frameworks.map((each) => ({ ...each, coverage: each.coverage.slice(0, 5) }));
  const assessments = model.assessments.map((each) => ({ ...each, obligations: each.obligations.slice(0, 3) }));
  return { ...model, threats, mitigations, frameworks, assessments };
};

/** It has decisions and answers to questionnaires, and so every key that any example has. */
const EXAMPLE = "consumer-credit-scorer";

/** What a damaged file may hold instead; `undefined` stands for nothing at all. */
const DAMAGE = [undefined, null, 7, "words", [null]];

/** What reading on makes of a model: nothing may be thrown once it was read. */
const readOn = (value: unknown): void => {
  const read = readSavedModel(value, "model.json");
  if (read.ok) {
    systemOfModel(read.value, KNOWLEDGE);
    toView(read.value, KNOWLEDGE, { framework: "eu-ai-act", questionnaire: "annex-iv" });
    diffModels(read.value, read.value);
  } else expect(read.problems.every(({ message, path, hint }) => message !== "" && path.length > 0 && hint)).toBe(true);
};

test("a saved model that is damaged anywhere is refused, or everything reads it", () => {
  const model = smallModel(EXAMPLE) as unknown as Holder;
  const found = new Map<string, [Holder, string | number]>();
  places(model, "", found);
  found.delete(".format");
  for (const [path, [holder, key]] of found) {
    const kept = { ...holder };
    for (const damage of DAMAGE) {
      if (damage === undefined && !Array.isArray(holder)) delete holder[key];
      else holder[key] = damage;
      expect(() => readOn(model), `${path} = ${JSON.stringify(damage)}`).not.toThrow();
    }
    Object.assign(holder, kept);
  }
  expect(found.size).toBeGreaterThan(200);
});

test.each([null, undefined, "x", 7, [], {}])("%j is no saved model", (value) => {
  const read = readSavedModel(value, "model.json");
  expect(read.ok ? [] : read.problems).toEqual([expect.objectContaining({ code: "foreign", file: "model.json" })]);
});

test("what an earlier version did not have is there once it was read", () => {
  const { assessments: _, ...model } = exampleModel("support-assistant");
  const read = readSavedModel(model, "model.json");
  expect(read.ok && read.value.assessments).toEqual([]);
});
