import { type Exporter, type ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { cyclonedx, cyclonedx20Preview } from "../src/exporters/index.js";
import { SOME_EXAMPLES, jobOf, modelOf, textOf } from "./examples.js";
import { HOSTILE, hostileModel } from "./hostile.js";
import { validatorOf } from "./validatorOf.js";

interface Property {
  name: string;
  value: string;
}
interface Component {
  type: string;
  "bom-ref": string;
  name: string;
  modelCard?: {
    modelParameters: { task?: string; approach?: { type: string } };
    considerations: { ethicalConsiderations: { name: string; mitigationStrategy: string }[] };
    properties: Property[];
  };
}
interface Vulnerability {
  id: string;
  source: { name: string };
  ratings: { score: number; severity: string; method: string; vector?: string }[];
  description: string;
  recommendation: string;
  advisories: { url: string }[];
  analysis: { state: string; response?: string[]; justification?: string; detail: string };
  affects: { ref: string }[];
  properties: Property[];
}
interface Bom {
  serialNumber: string;
  metadata: { timestamp?: string; component: { name: string } };
  components: Component[];
  services: { "bom-ref": string; "x-trust-boundary": boolean; trustZone?: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
  vulnerabilities: Vulnerability[];
}
const schemas = new URL("../node_modules/@cyclonedx/cyclonedx-library/res/schema/", import.meta.url);
const schema = (name: string) => new URL(`${name}.SNAPSHOT.schema.json`, schemas);
const problemsOf = validatorOf(schema("bom-1.7"), schema("spdx"), schema("jsf-0.82"), schema("cryptography-defs"));
const read = async <File>(exporter: Exporter, model: ThreatModel) => JSON.parse(await textOf(exporter, jobOf(model))) as File;
const bomOf = async (model: ThreatModel) => read<Bom>(cyclonedx, model);
const decided = (status: string, id: string) => ({ decisions: { findings: [{ id, status, owner: "Risk board", reason: "Costs more than it saves", expires: "2027-01-31" }] } });

describe.each(SOME_EXAMPLES)("CycloneDX 1.7 of %s", (name) => {
  const model = modelOf(name, {}, "2026-11-23");
  test("follows the schema", async () => expect(problemsOf(await bomOf(model))).toEqual([]));
  test("names only what it has, and each thing once", async () => {
    const bom = await bomOf(model);
    const refs = ["system", ...bom.components.map((each) => each["bom-ref"]), ...bom.services.map((each) => each["bom-ref"])];
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    for (const ref of [...bom.dependencies.flatMap(({ dependsOn }) => dependsOn), ...bom.vulnerabilities.flatMap(({ affects }) => affects.map((each) => each.ref))])
      expect(refs).toContain(ref);
  });
  test("has every finding with its score, its severity and where it strikes", async () => {
    const { vulnerabilities } = await bomOf(model);
    expect(vulnerabilities.map(({ id, ratings, affects }) => [id, ratings[0]!.score, ratings[0]!.severity, affects[0]!.ref])).toEqual(
      model.threats.map(({ id, score, severity, component }) => [id, score, severity, `component:${component}`]),
    );
  });
});

describe("a CycloneDX 1.7 BOM", () => {
  const model = modelOf("coding-agent");
  const first = model.threats[0]!;
  const analysisOf = async (status: string) => (await bomOf(modelOf("coding-agent", decided(status, first.id)))).vulnerabilities.find(({ id }) => id === first.id)!.analysis;

  test("has one model with a card: its task, and what to consider with what helps against it", async () => {
    const models = (await bomOf(model)).components.filter(({ type }) => type === "machine-learning-model");
    expect(models.map((each) => each["bom-ref"])).toEqual(["component:model-artifact"]);
    const card = models[0]!.modelCard!;
    expect([card.modelParameters.task, card.modelParameters.approach!.type]).toEqual(["text generation and tool use", "self-supervised"]);
    expect(card.considerations.ethicalConsiderations.find(({ name }) => name === first.title)!.mitigationStrategy).toContain(
      model.mitigations.find(({ id }) => id === first.mitigations[0])!.title,
    );
    expect(card.properties).toContainEqual({ name: "strideml:deployment", value: "on-device" });
  });
  test("has a model also where the architecture has none of its own", async () => {
    const without = { ...model, architecture: { ...model.architecture, components: model.architecture.components.filter(({ kind }) => kind !== "model-artifact") } };
    const bom = await bomOf(without);
    expect(problemsOf(bom)).toEqual([]);
    expect(bom.components.filter(({ type }) => type === "machine-learning-model").map((each) => each["bom-ref"])).toEqual(["model"]);
  });
  test("makes the receiver of a flow depend on its sender", async () => {
    const { from, to } = model.architecture.flows[0]!;
    expect((await bomOf(model)).dependencies.find(({ ref }) => ref === `component:${to}`)!.dependsOn).toContain(`component:${from}`);
  });
  test("says of a service whether its data crosses a trust boundary", async () => {
    const services = Object.fromEntries((await bomOf(model)).services.map((service) => [service["bom-ref"], service["x-trust-boundary"]]));
    expect([services["component:end-user"], services["component:prompt-orchestrator"]]).toEqual([true, true]);
    const alone = { ...model, architecture: { ...model.architecture, flows: [] } };
    expect((await bomOf(alone)).services.some((service) => service["x-trust-boundary"])).toBe(false);
  });
  test("rates by its own method and claims no vector", async () => {
    for (const { ratings, source } of (await bomOf(model)).vulnerabilities) {
      expect(ratings[0]).toMatchObject({ method: "other" });
      expect(ratings[0]).not.toHaveProperty("vector");
      expect(source.name).toBe("StrideML");
    }
  });
  test("carries STRIDE, residual score and frameworks as properties", async () => {
    const { properties } = (await bomOf(model)).vulnerabilities[0]!;
    expect(properties).toContainEqual({ name: "strideml:stride", value: first.stride });
    expect(properties).toContainEqual({ name: "strideml:residual-score", value: String(first.residual.score) });
    expect(properties).toContainEqual({ name: "strideml:framework:mitre-atlas", value: "AML.T0050 (broad-match)" });
  });
  test.each([
    ["mitigated", "resolved", undefined],
    ["avoided", "resolved", undefined],
    ["accepted", "exploitable", ["will_not_fix"]],
    ["transferred", "exploitable", ["will_not_fix"]],
    ["false-positive", "false_positive", undefined],
  ])("a finding that is %s is %s, with the reason and without a technical one that nobody gave", async (status, state, response) => {
    const analysis = await analysisOf(status);
    expect([analysis.state, analysis.response, analysis.justification]).toEqual([state, response, undefined]);
    expect(analysis.detail).toContain("Costs more than it saves");
  });
  test("leaves an undecided finding in triage", async () => expect((await bomOf(model)).vulnerabilities[0]!.analysis.state).toBe("in_triage"));
  test("has a moment only where the model has a date", async () => {
    expect((await bomOf(modelOf("coding-agent", {}, "2026-11-23"))).metadata.timestamp).toBe("2026-11-23T00:00:00Z");
    expect((await bomOf(model)).metadata.timestamp).toBeUndefined();
  });
  test("is not broken by hostile text and links only to the web", async () => {
    const text = await textOf(cyclonedx, jobOf(hostileModel()));
    const bom = JSON.parse(text) as Bom;
    expect(problemsOf(bom)).toEqual([]);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000|\\ud800/i);
    expect(bom.metadata.component.name.slice(0, 25)).toBe(HOSTILE.slice(0, 25));
    expect(bom.vulnerabilities.flatMap(({ advisories }) => advisories).filter(({ url }) => !/^https?:/.test(url))).toEqual([]);
  });
});

test.each([cyclonedx, cyclonedx20Preview])("$id is the same byte for byte when written twice, and another file for another system", async (exporter) => {
  const serial = async (model: ThreatModel) => (await read<Bom>(exporter, model)).serialNumber;
  expect(await textOf(exporter, jobOf(modelOf("support-assistant")))).toBe(await textOf(exporter, jobOf(modelOf("support-assistant"))));
  expect(await serial(modelOf("support-assistant"))).not.toBe(await serial(modelOf("coding-agent")));
  expect(await serial(modelOf("coding-agent"))).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
