import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateThreatModel, nested, parseSystem, readSavedModel, systemOfModel } from "../src/index.js";
import { AROUND, KNOWLEDGE } from "./knowledge.js";

const EXAMPLES = new URL("../../../examples/", import.meta.url);
const names = readdirSync(EXAMPLES).filter((name) => name.endsWith(".yaml"));

const modelOf = (input: unknown) => {
  const parsed = parseSystem(input, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
};
const example = (name: string) => modelOf(parse(readFileSync(new URL(name, EXAMPLES), "utf8")));

describe.each(names)("%s", (name) => {
  test("saved, read and generated again gives the same model", () => {
    const model = example(name);
    const saved = readSavedModel(JSON.parse(JSON.stringify(model)), "model.json");
    expect(saved.ok && modelOf(systemOfModel(saved.value, KNOWLEDGE))).toEqual(model);
  });
});

test("an architecture that was given comes back, one that was implied does not", () => {
  const model = example(names[0]!);
  const [removed, ...components] = model.architecture.components;
  const architecture = { ...model.architecture, components, flows: model.architecture.flows.filter(({ from, to }) => from !== removed!.id && to !== removed!.id) };
  const given = modelOf({ ...systemOfModel(model, KNOWLEDGE), architecture });
  expect(systemOfModel(model, KNOWLEDGE).architecture).toBeUndefined();
  expect(systemOfModel(given, KNOWLEDGE).architecture?.components).toEqual(components);
});

test.each<[string, (model: Record<string, unknown>) => unknown, string]>([
  ["another format", (model) => ({ ...model, format: "strideml/threat-model@2" }), "newer-format"],
  ["nothing", () => null, "foreign"],
  ["a text", () => "x", "foreign"],
  ["a foreign file", () => ({ format: "x", threats: [] }), "foreign"],
  ["a score beyond the scale", (model) => ({ ...model, overall: { score: 11, severity: "high" } }), "damaged"],
  ["a missing part", (model) => ({ ...model, architecture: undefined }), "damaged"],
])("%s is refused with a reason", (_, change, code) => {
  const result = readSavedModel(change(JSON.parse(JSON.stringify(example(names[0]!))) as Record<string, unknown>), "model.json");
  expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code);
});

test("what is damaged is told in words: where, what, and what was expected", () => {
  const { bands: _, ...model } = example(names[0]!);
  const result = readSavedModel({ ...model, threats: 7 }, "model.json");
  expect(result.ok ? [] : result.problems.map(({ path, message, expected }) => [path.join("."), message, expected])).toEqual([
    ["bands", "is missing", "a mapping"],
    ["threats", "is a number", "a list"],
  ]);
});

describe.each(["__proto__.polluted", "constructor.prototype.polluted", "training.__proto__"])("an answer called %s", (name) => {
  const answers = JSON.parse(`{"${name}": "yes"}`) as Record<string, unknown>;

  test("is refused in a saved model", () => {
    const model = example(names[0]!);
    const result = readSavedModel({ ...model, context: { ...model.context, ...answers } }, "model.json");
    expect(result.ok ? [] : result.problems).toEqual([expect.objectContaining({ code: "reserved-key", path: ["context", name], file: "model.json" })]);
  });

  test("reaches nothing but the mapping that it is put into", () => {
    nested(answers);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
