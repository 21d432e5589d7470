import { type Exporter, STRIDE, type ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { cyclonedx20Preview } from "../src/exporters/index.js";
import { SOME_EXAMPLES, jobOf, modelOf, textOf } from "./examples.js";
import { hostileModel } from "./hostile.js";

interface Rating {
  likelihood: { level: string };
  impact: { level: string };
  score: { level: string; score: number };
}
interface Preview {
  specFormat: string;
  specVersion: string;
  components: { "bom-ref": string }[];
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

const read = async <File>(exporter: Exporter, model: ThreatModel) => JSON.parse(await textOf(exporter, jobOf(model))) as File;
const previewOf = async (model: ThreatModel) => read<Preview>(cyclonedx20Preview, model);
const decided = (status: string, id: string) => ({ decisions: { findings: [{ id, status, owner: "Risk board", reason: "Costs more than it saves", expires: "2027-01-31" }] } });

describe.each(SOME_EXAMPLES)("CycloneDX 2.0 preview of %s", (name) => {
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
  const model = modelOf("coding-agent");
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
    const preview = await previewOf(modelOf("coding-agent", decided("accepted", first.id)));
    const risk = preview.risks.risks.find(({ responses }) => responses.some((response) => response["bom-ref"] === `response:${first.id}`))!;
    expect([risk.status, risk.responses[0]!.strategy, risk.responses[0]!.status, risk.responses[1]!.strategy]).toEqual(["accepted", "accept", "approved", "reduce"]);
  });
  test("says how far a control is", async () => {
    const [id, other] = model.threats[0]!.mitigations;
    const { controls } = await previewOf(modelOf("coding-agent", { decisions: { mitigations: [{ id, status: "in-place" }] } }));
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
