import { readFileSync } from "node:fs";
import { STRIDE } from "@strideml/plugin-kit";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { manyLines } from "../src/exporters/common/safeText.js";
import { threatComposer } from "../src/exporters/index.js";
import { EXAMPLES, jobOf, jsonOf, modelOf, textOf } from "./examples.js";
import { decidedModel, hostileModel, oddModel } from "./models.js";

interface Entity {
  id: string;
  numericId: number;
  metadata: { key: string; value: string | string[] }[];
}
interface Threat extends Entity {
  threatSource: string;
  prerequisites: string;
  threatAction: string;
  threatImpact: string;
  impactedGoal: string[];
  impactedAssets: string[];
  statement: string;
  status: string;
}
interface File {
  schema: number;
  applicationInfo: { name: string };
  dataflow: { image?: string; description: string };
  assumptions: (Entity & { content: string; tags: string[] })[];
  assumptionLinks: { assumptionId: string; linkedId: string }[];
  mitigations: (Entity & { content: string; status: string })[];
  mitigationLinks: { mitigationId: string; linkedId: string }[];
  threats: Threat[];
}

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL("schemas/threat-composer-v1.schema.json", import.meta.url), "utf8")) as object);
const check = (file: File) => {
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
};
const meta = ({ metadata }: Entity, key: string) => metadata.find((each) => each.key === key)?.value as string;

/** Every string of a value with the path to it. */
const strings = (value: unknown, path = ""): [string, string][] => {
  if (typeof value === "string") return [[path, value]];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}/${key}`)) : [];
};
const svgOf = (file: File) => Buffer.from(file.dataflow.image!.replace("data:image/svg+xml;base64,", ""), "base64").toString("utf8");

describe.each(EXAMPLES)("the threat-composer file of %s", async (name) => {
  const model = modelOf(name);
  const file = await jsonOf<File>(threatComposer, model);
  test("matches the schema, in exactly the version that the importer takes", () => {
    check(file);
    expect(file.schema).toBe(1);
  });
  test("has every finding once with its category first", () => {
    const found = file.threats.map((threat) => [meta(threat, "custom:strideml-finding"), STRIDE.find((each) => each[0]!.toUpperCase() === meta(threat, "STRIDE")[0])]);
    expect(found).toEqual(model.threats.map(({ id, stride }) => [id, stride]));
  });
  test("has no sign that the importer turns into an entity", () => expect(strings(file).filter(([, text]) => /[<>&]/.test(text))).toEqual([]));
  test("has statements that put the fields into a sentence, with room for all of it", () => {
    for (const { statement, threatSource, prerequisites, threatAction, threatImpact, impactedAssets } of file.threats) {
      expect(statement.length).toBeLessThan(1400);
      for (const part of [threatSource, prerequisites, threatAction, threatImpact, impactedAssets[0]!]) {
        expect(part.length).toBeLessThanOrEqual(200);
        expect(statement).toContain(part);
      }
      expect(statement).toMatch(/^An? .+ (?:given|needing nothing) .+ can .+, which leads to .+, resulting in reduced .+ of /);
    }
  });
  test("says in the metadata whole what the fields shorten", () => {
    for (const [index, threat] of file.threats.entries())
      expect(meta(threat, "custom:description")).toBe(model.threats[index]!.description.replaceAll("&", "＆").replaceAll("<", "‹"));
  });
  test("links mitigations and assumptions to threats that exist, each mitigation at least once", () => {
    const ids = new Set([...file.threats, ...file.mitigations, ...file.assumptions].map(({ id }) => id));
    expect(ids.size).toBe(file.threats.length + file.mitigations.length + file.assumptions.length);
    const used = [
      ...file.mitigationLinks.flatMap(({ mitigationId, linkedId }) => [mitigationId, linkedId]),
      ...file.assumptionLinks.flatMap(({ assumptionId, linkedId }) => [assumptionId, linkedId]),
    ];
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(file.mitigationLinks.map(({ mitigationId }) => mitigationId)).size).toBe(model.mitigations.length);
    expect(file.mitigationLinks).toHaveLength(model.threats.reduce((sum, { mitigations }) => sum + mitigations.length, 0));
  });
  test("has every assumed answer, and no answer that was given", () =>
    expect(file.assumptions.filter(({ tags }) => tags.includes("assumed"))).toHaveLength(Object.values(model.assumptions).filter(({ given }) => !given).length));
  test("carries the diagram as an image that the importer takes", () => {
    expect(file.dataflow.image!.length).toBeLessThanOrEqual(1_000_000);
    expect(file.dataflow.image).toMatch(/^data:image\/[a-z+]{3,};base64,(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
    const svg = svgOf(file);
    expect(XMLValidator.validate(svg)).toBe(true);
    for (const { title } of model.architecture.components) expect(svg).toContain(title.split(" ")[0]!.replaceAll("'", "&#39;"));
  });
});

describe("a threat-composer file", () => {
  test.each([
    ["mitigated", "threatResolved"],
    ["accepted", "threatResolved"],
    ["false-positive", "threatResolvedNotUseful"],
  ] as const)("shows a finding that is %s as %s and carries the decision", async (status, word) => {
    const { model, decision } = decidedModel(status);
    const threat = (await jsonOf<File>(threatComposer, model)).threats.find((each) => meta(each, "custom:strideml-finding") === decision.id)!;
    expect([threat.status, meta(threat, "custom:strideml-status")]).toEqual([word, status]);
    expect(JSON.parse(meta(threat, "custom:strideml-decision"))).toEqual(decision);
    expect(meta(threat, "Comments")).toMatch(new RegExp(`^${status}, by Head of risk`));
  });
  test("shows a mitigation in place as resolved and carries its decision", async () => {
    const { model, inPlace } = decidedModel("accepted");
    const mitigation = (await jsonOf<File>(threatComposer, model)).mitigations.find((each) => meta(each, "custom:strideml-mitigation") === inPlace.id)!;
    expect(mitigation.status).toBe("mitigationResolved");
    expect(JSON.parse(meta(mitigation, "custom:strideml-decision"))).toEqual(inPlace);
  });
  test("links an assumption to a threat that depends on it", async () => {
    const model = modelOf("coding-agent");
    const file = await jsonOf<File>(threatComposer, model);
    const memory = file.assumptions.find((each) => meta(each, "custom:strideml-answer")?.startsWith("context.capabilities.memory"))!;
    const linked = file.assumptionLinks.filter(({ assumptionId }) => assumptionId === memory.id).map(({ linkedId }) => linkedId);
    const poisoned = file.threats.find((each) => meta(each, "custom:strideml-finding").startsWith("agent-memory-poisoning@"))!;
    expect(linked).toContain(poisoned.id);
  });
  test("calls a critical finding High, the highest there is, and says critical beside it", async () => {
    const model = structuredClone(modelOf("support-assistant"));
    Object.assign(model.threats[0]!, { severity: "critical", score: 9 });
    const threat = (await jsonOf<File>(threatComposer, model)).threats[0]!;
    expect(meta(threat, "Priority")).toBe("High");
    expect(meta(threat, "custom:risk")).toMatch(/^critical, 9 of 10/);
  });
  test("survives hostile texts within every limit, with the decision whole", async () => {
    const model = hostileModel();
    const file = await jsonOf<File>(threatComposer, model);
    check(file);
    expect(strings(file).filter(([, text]) => /[<>&]/.test(text))).toEqual([]);
    expect(file.applicationInfo.name.length).toBeLessThanOrEqual(200);
    // Whole but for what cannot be seen.
    const { owner, reason, ...decision } = model.threats[0]!.decision!;
    expect(JSON.parse(meta(file.threats[0]!, "custom:strideml-decision"))).toEqual({ ...decision, owner: manyLines(owner!), reason: manyLines(reason!) });
    expect(XMLValidator.validate(svgOf(file))).toBe(true);
  });
  test("leaves out a diagram that is too large, and says so", async () => {
    const model = structuredClone(modelOf("support-assistant"));
    const { id } = model.architecture.components[0]!;
    model.architecture.flows = Array.from({ length: 1000 }, (_, index) => ({ id: `flow-${index}`, from: id, to: id, data: "<".repeat(200) }));
    const file = await jsonOf<File>(threatComposer, model);
    check(file);
    expect(file.dataflow.image).toBeUndefined();
    expect(file.dataflow.description).toMatch(/^The diagram is too large for this file\./);
  });
  test("copes with an empty boundary, a component in none and a flow to itself", async () => {
    const model = oddModel();
    const file = await jsonOf<File>(threatComposer, model);
    check(file);
    expect(file.threats).toHaveLength(model.threats.length);
    expect(svgOf(file)).toContain("Nothing in it");
  });
  test("is the same bytes twice", async () =>
    expect(await textOf(threatComposer, jobOf(modelOf("coding-agent")))).toBe(await textOf(threatComposer, jobOf(modelOf("coding-agent")))));
});
