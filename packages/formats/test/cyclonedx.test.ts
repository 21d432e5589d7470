import { type Exporter, STRIDE, type ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { cyclonedx, cyclonedx20Preview } from "../src/exporters/index.js";
import { EXAMPLES, HOSTILE, hostileModel, jobOf, modelOf, textOf } from "./modelOf.js";
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
interface Rating {
  likelihood: { level: string };
  impact: { level: string };
  score: { level: string; score: number };
}
interface Preview {
  specFormat: string;
  specVersion: string;
  components: Component[];
  threats: { methodologies: string[]; threats: { "bom-ref": string; categories: { taxonomy: string; category: string }[]; affectedAssets: string[]; mitigations: string[] }[] };
  risks: {
    risks: {
      affects: string[];
      relatedThreats: string[];
      inherentRisk: Rating;
      residualRisk: Rating;
      responses: { "bom-ref": string; strategy: string; controls?: string[]; status: string }[];
      status: string;
    }[];
  };
  controls: { "bom-ref": string; status: string; category: string }[];
  blueprints: [
    {
      assets: { "bom-ref": string; componentRef?: string; zone?: string }[];
      zones: { "bom-ref": string }[];
      boundaries: { zones: string[] }[];
      flows: { source: string; destination: string }[];
      assumptions: { description: string }[];
    },
  ];
}

const schemas = new URL("../node_modules/@cyclonedx/cyclonedx-library/res/schema/", import.meta.url);
const schema = (name: string) => new URL(`${name}.SNAPSHOT.schema.json`, schemas);
const problemsOf = validatorOf(schema("bom-1.7"), schema("spdx"), schema("jsf-0.82"), schema("cryptography-defs"));
const read = async <File>(exporter: Exporter, model: ThreatModel) => JSON.parse(await textOf(exporter, jobOf(model))) as File;
const bomOf = async (model: ThreatModel) => read<Bom>(cyclonedx, model);
const previewOf = async (model: ThreatModel) => read<Preview>(cyclonedx20Preview, model);
const decided = (status: string, id: string) => ({ decisions: { findings: [{ id, status, owner: "Risk board", reason: "Costs more than it saves", expires: "2027-01-31" }] } });

describe.each(EXAMPLES)("CycloneDX 1.7 of %s", (name) => {
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
  const model = modelOf("coding-agent.yaml");
  const first = model.threats[0]!;
  const analysisOf = async (status: string) => (await bomOf(modelOf("coding-agent.yaml", decided(status, first.id)))).vulnerabilities.find(({ id }) => id === first.id)!.analysis;

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
    expect((await bomOf(modelOf("coding-agent.yaml", {}, "2026-11-23"))).metadata.timestamp).toBe("2026-11-23T00:00:00Z");
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

describe.each(EXAMPLES)("CycloneDX 2.0 preview of %s", (name) => {
  const model = modelOf(name);
  test("names only assets, threats, controls and zones that it has, and each thing once", async () => {
    const { threats, risks, controls, blueprints, components } = await previewOf(model);
    const [{ assets, zones, flows, boundaries }] = blueprints;
    const ofRefs = (items: { "bom-ref": string }[]) => new Set(items.map((each) => each["bom-ref"]));
    const [assetRefs, zoneRefs, threatRefs, controlRefs] = [ofRefs(assets), ofRefs(zones), ofRefs(threats.threats), ofRefs(controls)];
    const missing = (refs: string[], known: Set<string>) => refs.filter((ref) => !known.has(ref));
    expect(
      missing(
        [
          ...risks.risks.flatMap(({ affects }) => affects),
          ...threats.threats.flatMap(({ affectedAssets }) => affectedAssets),
          ...flows.flatMap(({ source, destination }) => [source, destination]),
        ],
        assetRefs,
      ),
    ).toEqual([]);
    expect(missing([...assets.flatMap(({ zone }) => zone ?? []), ...boundaries.flatMap((boundary) => boundary.zones)], zoneRefs)).toEqual([]);
    expect(
      missing(
        risks.risks.flatMap(({ relatedThreats }) => relatedThreats),
        threatRefs,
      ),
    ).toEqual([]);
    expect(
      missing(
        [...threats.threats.flatMap(({ mitigations }) => mitigations), ...risks.risks.flatMap(({ responses }) => responses.flatMap((response) => response.controls ?? []))],
        controlRefs,
      ),
    ).toEqual([]);
    expect(
      missing(
        assets.flatMap(({ componentRef }) => componentRef ?? []),
        ofRefs(components),
      ),
    ).toEqual([]);
    const all = [...(await textOf(cyclonedx20Preview, jobOf(model))).matchAll(/"bom-ref": "([^"]+)"/g)].map(([, ref]) => ref);
    expect(new Set(all).size).toBe(all.length);
  });
  test("uses the words of the draft for categories and levels", async () => {
    const { threats, risks } = await previewOf(model);
    for (const { taxonomy, category } of threats.threats.flatMap(({ categories }) => categories))
      expect([taxonomy, STRIDE]).toEqual(["STRIDE", expect.arrayContaining([category])]);
    for (const { likelihood, impact, score } of risks.risks.flatMap(({ inherentRisk, residualRisk }) => [inherentRisk, residualRisk])) {
      expect(["very-low", "low", "medium", "high", "very-high"]).toContain(likelihood.level);
      expect(["negligible", "low", "moderate", "major", "catastrophic"]).toContain(impact.level);
      expect(["low", "medium", "high", "critical"]).toContain(score.level);
    }
  });
});

describe("a CycloneDX 2.0 preview", () => {
  const model = modelOf("coding-agent.yaml");
  test("has a risk per finding, rated before and after, and a control per mitigation", async () => {
    const { specFormat, specVersion, risks, controls } = await previewOf(model);
    expect([specFormat, specVersion]).toEqual(["CycloneDX", "2.0"]);
    expect(risks.risks.map(({ inherentRisk, residualRisk }) => [inherentRisk.score.score, residualRisk.score.score])).toEqual(
      model.threats.map(({ score, residual }) => [score, residual.score]),
    );
    expect(controls).toHaveLength(model.mitigations.length);
  });
  test("says what was decided: an accepted risk has that response beside those that would reduce it", async () => {
    const first = model.threats[0]!;
    const preview = await previewOf(modelOf("coding-agent.yaml", decided("accepted", first.id)));
    const risk = preview.risks.risks.find(({ responses }) => responses.some((response) => response["bom-ref"] === `response:${first.id}`))!;
    expect([risk.status, risk.responses[0]!.strategy, risk.responses[0]!.status, risk.responses[1]!.strategy]).toEqual(["accepted", "accept", "approved", "reduce"]);
  });
  test("says how far a control is", async () => {
    const [id, other] = model.threats[0]!.mitigations;
    const { controls } = await previewOf(modelOf("coding-agent.yaml", { decisions: { mitigations: [{ id, status: "in-place" }] } }));
    const status = (of: string) => controls.find((control) => control["bom-ref"] === `control:${of}`)!.status;
    expect([status(id!), status(other!)]).toEqual(["implemented", "recommended"]);
  });
  test("lists what was assumed", async () =>
    expect((await previewOf(model)).blueprints[0].assumptions.map(({ description }) => description)).toContain("outputDetail: The output is the generated content itself."));
  test("keeps no unseen character of hostile text", async () => {
    const text = await textOf(cyclonedx20Preview, jobOf(hostileModel()));
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000|\\ud800/i);
    expect((JSON.parse(text) as Preview).risks.risks).toHaveLength(model.threats.length);
  });
});

test.each([cyclonedx, cyclonedx20Preview])("$id is the same byte for byte when written twice, and another file for another system", async (exporter) => {
  const serial = async (model: ThreatModel) => (await read<Bom>(exporter, model)).serialNumber;
  expect(await textOf(exporter, jobOf(modelOf("support-assistant.yaml")))).toBe(await textOf(exporter, jobOf(modelOf("support-assistant.yaml"))));
  expect(await serial(modelOf("support-assistant.yaml"))).not.toBe(await serial(modelOf("coding-agent.yaml")));
  expect(await serial(modelOf("coding-agent.yaml"))).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
