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
    expect(problemsOf({ ...good, decisions: { findings: [{ id: "a@b", status: "accepted", owner: "A" }] } })[0]!.message).toBe('a decision "accepted" needs a reason');
  });
  test("two decisions on one mitigation", () => {
    const mitigations = [
      { id: "sandbox-generated-code", status: "planned" },
      { id: "sandbox-generated-code", status: "in-place" },
    ];
    expect(only({ ...good, decisions: { mitigations } })).toMatchObject({ code: "duplicate-id", path: ["decisions", "mitigations", 1, "id"] });
  });
  test("a misspelt key is one problem, not also that the right one is missing", () => {
    expect(problemsOf({ schemaversion: 1, systm: good.system, profil: PROFILE }).map(({ hint }) => hint)).toEqual([
      "did you mean schemaVersion?",
      "did you mean system?",
      "did you mean profile?",
    ]);
    expect(only({ ...good, profile: { modeltype: "rag", deployment: "saas", dataSensitivity: "personal", accessLevel: "public" } }).hint).toBe("did you mean modelType?");
  });
  test("a profile that is no mapping is one problem, not four missing answers too", () =>
    expect(only({ ...good, profile: ["rag"] })).toMatchObject({ code: "wrong-type", path: ["profile"], message: "is a list" }));
  test("a value in place of a group of answers", () =>
    expect(only({ ...good, context: { training: "online" } })).toMatchObject({
      path: ["context", "training"],
      message: "is a string",
      expected: expect.stringContaining("mode") as string,
    }));
  test("an answer that is given in two ways, with the path that it stands at", () =>
    expect(only({ ...good, context: { training: { mode: "static" }, "training.mode": "online" } })).toMatchObject({ code: "repeated", path: ["context", "training.mode"] }));
  test("the same entry twice in a list", () => {
    expect(only({ ...good, context: { regulations: ["gdpr", "gdpr"] } })).toMatchObject({ code: "repeated", path: ["context", "regulations", 1] });
    expect(only({ ...good, questionnaires: { "eu-ai-act": { roles: ["provider", "provider"] } } })).toMatchObject({ code: "repeated" });
  });
  test("what contains itself, in as many ways as one likes, is refused at once", () => {
    const loop: Record<string, unknown> = {};
    for (const key of "abcdefgh") loop[key] = loop;
    expect(only({ ...good, context: loop })).toMatchObject({ code: "too-deep" });
  });
  test.each<[string, object]>([
    ["a set", new Set(["rag"])],
    ["a map", new Map([["modelType", "rag"]])],
    ["a day", new Date(0)],
  ])("%s in place of the refinements is told", (_, context) => expect(problemsOf({ ...good, context })).not.toEqual([]));
  test("hundreds of problems are counted", () => {
    const problems = problemsOf({ ...good, ...Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, 1])) });
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)!.message).toBe("and 400 problems more");
  });
  test.each<[unknown, string]>([
    ["2026-02-30", "2026-02-30 is not a day of the calendar"],
    [20261231, "is a number"],
    ["", "is empty"],
  ])("expires: %j", (expires, message) =>
    expect(only({ ...good, decisions: { findings: [{ id: "a@b", status: "accepted", owner: "A", reason: "B", expires }] } }).message).toBe(message),
  );
  test.each<[object, string]>([
    [{ name: "x".repeat(201) }, "is longer than 200 characters"],
    [{ name: "  " }, "is empty"],
    [{ name: "a\nb" }, "a b is not of the right form"],
    [{ name: "A", version: 1.2 }, "is a number"],
  ])("system %j is told in our words", (system, message) => expect(only({ ...good, system }).message).toBe(message));
  test("one letter for another is no suggestion", () => {
    const architecture = { components: [{ id: "a", kind: "inference-service", title: "A" }], flows: [{ from: "a", to: "q", data: "x" }] };
    expect(only({ ...good, architecture }).hint).toBeUndefined();
    expect(only({ ...good, schemaVersion: 2 }).hint).toBeUndefined();
  });
  test("two flows of one id", () => {
    const flow = { id: "f", from: "a", to: "a", data: "x" };
    const architecture = { components: [{ id: "a", kind: "inference-service", title: "A" }], flows: [flow, flow] };
    expect(only({ ...good, architecture })).toMatchObject({ code: "duplicate-id", path: ["architecture", "flows", 1, "id"] });
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
