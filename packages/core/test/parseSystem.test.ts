import { describe, expect, test } from "vitest";
import type { Problem } from "@strideml/plugin-kit";
import { parseSystem } from "../src/index.js";
import { KNOWLEDGE } from "./knowledge.js";

const PROFILE = { modelType: "rag", deployment: "saas", dataSensitivity: "personal", accessLevel: "public" };
const good = { schemaVersion: 1, system: { name: "Assistant" }, profile: PROFILE };

const problemsOf = (input: unknown): Problem[] => {
  const parsed = parseSystem(input, KNOWLEDGE);
  return parsed.ok ? [] : parsed.problems;
};
const only = (input: unknown): Problem => {
  const problems = problemsOf(input);
  expect(problems).toHaveLength(1);
  return problems[0]!;
};

describe("answers", () => {
  test("four of them are enough; the rest follows, each with its reason", () => {
    const parsed = parseSystem(good, KNOWLEDGE);
    if (!parsed.ok) throw new Error("not accepted");
    expect(parsed.value.answers["context.capabilities.retrieval"]).toBe(true);
    expect(parsed.value.origins["context.capabilities.retrieval"]).toMatchObject({ given: false, because: expect.stringMatching(/retrieval/i) as string });
  });
  test("that are given win over those that follow", () => {
    const parsed = parseSystem({ ...good, context: { training: { mode: "online" } } }, KNOWLEDGE);
    expect(parsed.ok && parsed.value.answers["context.training.mode"]).toBe("online");
  });
  test("every question has an answer in the end", () => {
    const parsed = parseSystem(good, KNOWLEDGE);
    expect(parsed.ok && Object.keys(parsed.value.answers)).toHaveLength(KNOWLEDGE.questions.length);
  });
});

describe("bad input", () => {
  test("an unknown value: what was expected and what was probably meant", () => {
    expect(only({ ...good, profile: { ...PROFILE, deployment: "sass" } })).toMatchObject({
      path: ["profile", "deployment"],
      hint: "did you mean saas?",
      expected: expect.stringContaining("cloud-api") as string,
    });
  });
  test.each([
    ["modeltype", "did you mean modelType?"],
    ["model_type", "did you mean modelType?"],
    ["acessLevel", "did you mean accessLevel?"],
  ])("a misspelt key %s", (key, hint) => {
    expect(problemsOf({ ...good, profile: { ...PROFILE, [key]: "rag" } })).toEqual([expect.objectContaining({ code: "unknown-key", path: ["profile", key], hint })]);
  });
  test("a misspelt key at the top", () => expect(only({ ...good, desicions: {} })).toMatchObject({ code: "unknown-key", hint: "did you mean decisions?" }));
  test("a nested misspelt key", () =>
    expect(only({ ...good, context: { training: { mod: "online" } } })).toMatchObject({ path: ["context", "training", "mod"], hint: "did you mean training.mode?" }));
  test("every missing answer is told, with the question", () => {
    expect(problemsOf({ ...good, profile: {} }).map((problem) => problem.path.join("."))).toEqual([
      "profile.modelType",
      "profile.deployment",
      "profile.dataSensitivity",
      "profile.accessLevel",
    ]);
  });
  test("wrong types are told for each place", () => {
    const problems = problemsOf({ schemaVersion: 1, system: { name: 7 }, profile: { ...PROFILE, modelType: ["rag"] }, context: { capabilities: { tools: "yes" } } });
    expect(problems.map((problem) => problem.path.join("."))).toEqual(["system.name", "profile.modelType", "context.capabilities.tools"]);
  });
  test.each([undefined, null, "", "text", 5, [], [1]])("%j in place of a system", (input) => expect(only(input).path).toEqual([]));
  test("a newer schema version", () => expect(only({ ...good, schemaVersion: 2 })).toMatchObject({ path: ["schemaVersion"], expected: "1" }));
  test.each(["__proto__", "constructor", "prototype"])("the key %s is never accepted", (key) => {
    const input: unknown = JSON.parse(`{"schemaVersion":1,"system":{"name":"A"},"profile":${JSON.stringify(PROFILE)},"context":{"${key}":{"polluted":true}}}`);
    expect(only(input)).toMatchObject({ code: "reserved-key", path: ["context", key] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  test("nesting without end", () => {
    let deep: unknown = {};
    for (let i = 0; i < 500; i++) deep = { a: deep };
    expect(problemsOf({ ...good, context: deep })[0]).toMatchObject({ code: "too-deep" });
  });
  test("an accepted risk needs an owner and a reason", () => {
    expect(problemsOf({ ...good, decisions: { findings: [{ id: "a@b", status: "accepted" }] } }).map((problem) => problem.path.at(-1))).toEqual(["owner", "reason"]);
  });
  test("two decisions on one mitigation", () => {
    const mitigations = [
      { id: "sandbox-generated-code", status: "planned" },
      { id: "sandbox-generated-code", status: "in-place" },
    ];
    expect(only({ ...good, decisions: { mitigations } })).toMatchObject({ code: "duplicate-id", path: ["decisions", "mitigations", 1, "id"] });
  });
  test("an architecture with a dangling flow and an unknown kind", () => {
    const architecture = { components: [{ id: "api", kind: "inference-servise", title: "API" }], flows: [{ from: "api", to: "web", data: "text" }] };
    expect(problemsOf({ ...good, architecture })).toEqual([
      expect.objectContaining({ path: ["architecture", "components", 0, "kind"], hint: "did you mean inference-service?" }),
      expect.objectContaining({ path: ["architecture", "flows", 0, "to"] }),
    ]);
  });
});

test("a given architecture carries the findings, on every component of the fitting kind", async () => {
  const { generateThreatModel } = await import("../src/index.js");
  const { AROUND } = await import("./knowledge.js");
  const architecture = {
    components: [
      { id: "model-a", kind: "inference-service", title: "A" },
      { id: "model-b", kind: "inference-service", title: "B" },
    ],
  };
  const parsed = parseSystem({ ...good, architecture }, KNOWLEDGE);
  if (!parsed.ok) throw new Error("not accepted");
  const model = generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
  const components = new Set(model.threats.map((finding) => finding.component));
  expect([...components].toSorted()).toEqual(["model-a", "model-b"]);
  expect(model.unplaced.length).toBeGreaterThan(0);
});
