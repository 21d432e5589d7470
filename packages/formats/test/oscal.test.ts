import type { Exporter, ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { oscalAssessmentResults, oscalCatalog, oscalMapping, oscalPoam } from "../src/exporters/index.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { SOME_EXAMPLES, jobOf, modelOf, textOf } from "./examples.js";
import { hostileModel } from "./hostile.js";
import { schemaFile, validatorOf } from "./validatorOf.js";

interface Prop {
  name: string;
  value: string;
  remarks?: string;
}
interface Part {
  id?: string;
  name: string;
  prose?: string;
  parts?: Part[];
}
interface Control {
  id: string;
  title: string;
  props: Prop[];
  parts: Part[];
}
interface Risk {
  uuid: string;
  status: string;
  props: Prop[];
  characterizations: { facets: { name: string; value: string }[] }[];
  remediations?: { lifecycle: string; title: string; props: Prop[]; tasks?: { timing: { "on-date": { date: string } } }[] }[];
  "mitigating-factors"?: { description: string }[];
  "related-observations": { "observation-uuid": string }[];
}
interface Results {
  observations: { uuid: string; collected: string; subjects: { "subject-uuid": string }[] }[];
  risks: Risk[];
  findings: { target: { type: string; "target-id": string; status: { state: string } }; "related-risks": { "risk-uuid": string }[] }[];
  "local-definitions": { components: { uuid: string }[] };
}
interface Files {
  catalog: { uuid: string; metadata: { "last-modified": string }; groups: { id: string; controls: Control[] }[] };
  "mapping-collection": {
    mappings: {
      "source-resource": { href: string };
      maps: { relationship: string; sources: { "id-ref": string }[]; targets: { "id-ref": string }[]; remarks: string }[];
      remarks: string;
    }[];
    "back-matter": { resources: { uuid: string; "document-ids"?: { identifier: string }[] }[] };
  };
  "assessment-results": { results: [Results] };
  "plan-of-action-and-milestones": { "poam-items": { title: string; props?: Prop[]; "related-risks"?: { "risk-uuid": string }[] }[]; risks: Risk[] };
}

const EXPORTERS = { "oscal-catalog": oscalCatalog, "oscal-mapping": oscalMapping, "oscal-assessment-results": oscalAssessmentResults, "oscal-poam": oscalPoam };
const problemsOf = Object.fromEntries(Object.keys(EXPORTERS).map((id) => [id, validatorOf(schemaFile(id))]));
const read = async (exporter: Exporter, model: ThreatModel) => JSON.parse(await textOf(exporter, jobOf(model))) as Files;
const value = (props: readonly Prop[], name: string) => props.find((prop) => prop.name === name)?.value;

describe.each(Object.entries(EXPORTERS))("%s", (id, exporter) => {
  test.each(SOME_EXAMPLES)("follows the schema for %s", async (name) => expect(problemsOf[id]!(await read(exporter, modelOf(name, {}, "2026-11-23")))).toEqual([]));
  test("is not broken by hostile text, which keeps no unseen character and becomes no markup", async () => {
    const text = await textOf(exporter, jobOf(hostileModel()));
    expect(problemsOf[id]!(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000|\\ud800/i);
    const marked = [...text.matchAll(/"(?:title|description|statement|prose|remarks)": (".*")/g)].map(([, quoted]) => JSON.parse(quoted!) as string);
    expect(marked.join("\n")).toContain(String.raw`\<script\>alert(1)\</script\> \[click\]`);
    expect(marked.filter((each) => /(?<!\\)(?:<script|\[click)/.test(each))).toEqual([]);
  });
  test("is the same byte for byte when written twice", async () => {
    const [once, twice] = [modelOf("support-assistant"), modelOf("support-assistant")];
    expect(await textOf(exporter, jobOf(once))).toBe(await textOf(exporter, jobOf(twice)));
  });
  test("has no UUID twice for two things", async () => {
    const uuids = [...(await textOf(exporter, jobOf(modelOf("coding-agent")))).matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
  });
});

describe("the catalog", () => {
  const model = modelOf("coding-agent", {}, "2026-11-23");
  test("has every mitigation as a control with what to do, when it is done and how to verify it", async () => {
    const controls = (await read(oscalCatalog, model)).catalog.groups.flatMap((group) => group.controls);
    expect(controls.map(({ id }) => id).sort()).toEqual(model.mitigations.map(({ id }) => id).sort());
    const known = KNOWLEDGE.mitigations.find(({ id }) => id === controls[0]!.id)!;
    const part = (name: string) => controls[0]!.parts.find((each) => each.name === name)!;
    expect(part("statement")).toMatchObject({ id: `${known.id}_smt`, prose: known.do });
    expect(part("assessment-objective").parts!.map(({ prose }) => prose)).toEqual(known.acceptance);
    expect(part("guidance").prose).toContain(known.verify.tool);
  });
  test("is dated by the model, or by a fixed day where the model has none", async () => {
    expect((await read(oscalCatalog, model)).catalog.metadata["last-modified"]).toBe("2026-11-23T00:00:00Z");
    expect((await read(oscalCatalog, modelOf("coding-agent"))).catalog.metadata["last-modified"]).toBe("2000-01-01T00:00:00Z");
  });
  test("turns an id of a plugin or one that begins with a digit into a token", async () => {
    const ids = ["acme/badge-check", "2-person-rule"];
    const renamed = { ...model, mitigations: model.mitigations.slice(0, 2).map((mitigation, index) => ({ ...mitigation, id: ids[index]! })) };
    const file = await read(oscalCatalog, renamed);
    expect(problemsOf["oscal-catalog"]!(file)).toEqual([]);
    expect(new Set(file.catalog.groups.flatMap((group) => group.controls.map(({ id }) => id))).size).toBe(2);
  });
});

describe("the mapping", () => {
  const model = modelOf("coding-agent");
  test("has one mapping per framework and one map per link of a mitigation, with its reason", async () => {
    const { mappings } = (await read(oscalMapping, model))["mapping-collection"];
    expect(mappings.map(({ remarks }) => remarks.split(",")[0])).toContain("ISO/IEC 42001");
    expect(mappings).toHaveLength(new Set(model.mitigations.flatMap(({ annotations }) => annotations.map(({ framework }) => framework))).size);
    expect(mappings.flatMap(({ maps }) => maps)).toHaveLength(model.mitigations.flatMap(({ annotations }) => annotations).length);
    expect(mappings.flatMap(({ maps }) => maps).every(({ remarks }) => remarks.length > 20)).toBe(true);
  });
  test("claims no more than an overlap where a control addresses a requirement", async () => {
    const { maps } = (await read(oscalMapping, model))["mapping-collection"].mappings[0]!;
    expect(
      maps.find(({ sources, targets }) => sources[0]!["id-ref"] === "Article 14(1)" && targets[0]!["id-ref"] === "require-approval-for-consequential-actions")!.relationship,
    ).toBe("intersects-with");
  });
  test("names the catalog by its UUID and only resources that it has", async () => {
    const collection = (await read(oscalMapping, model))["mapping-collection"];
    const resources = collection["back-matter"].resources;
    expect(resources[0]!["document-ids"]![0]!.identifier).toBe((await read(oscalCatalog, model)).catalog.uuid);
    for (const mapping of collection.mappings) expect(resources.map(({ uuid }) => `#${uuid}`)).toContain(mapping["source-resource"].href);
  });
  test("says why there is none where nothing is linked", () =>
    expect(() => oscalMapping.export(jobOf({ ...model, mitigations: [] }))).toThrow("no mitigation of this threat model is linked to a framework"));
});

describe("the assessment results", () => {
  const decisions = (findings: object[], mitigations: object[] = []) => ({ decisions: { findings, mitigations } });
  const resultOf = async (model: ThreatModel) => (await read(oscalAssessmentResults, model))["assessment-results"].results[0];
  const model = modelOf("coding-agent");
  const first = model.threats[0]!;

  test("has an observation, a risk and a finding for every finding, each leading to the next", async () => {
    const { observations, risks, findings, "local-definitions": local } = await resultOf(model);
    expect([observations.length, risks.length, findings.length]).toEqual(Array.from({ length: 3 }, () => model.threats.length));
    const components = new Set(local.components.map(({ uuid }) => uuid));
    for (const [index, risk] of risks.entries()) {
      expect(risk["related-observations"][0]!["observation-uuid"]).toBe(observations[index]!.uuid);
      expect(findings[index]!["related-risks"][0]!["risk-uuid"]).toBe(risk.uuid);
      expect(components).toContain(observations[index]!.subjects[0]!["subject-uuid"]);
    }
  });
  test("carries the scores before and after as facets", async () => {
    const facets = Object.fromEntries((await resultOf(model)).risks[0]!.characterizations[0]!.facets.map(({ name, value }) => [name, value]));
    expect(facets).toMatchObject({
      likelihood: String(first.likelihood),
      impact: String(first.impact),
      score: String(first.score),
      severity: first.severity,
      "residual-score": String(first.residual.score),
    });
  });
  test("says what was decided: an accepted risk is a deviation, with owner, reason and end", async () => {
    const accepted = modelOf("coding-agent", decisions([{ id: first.id, status: "accepted", owner: "Risk board", reason: "Costs more", expires: "2027-01-31" }]));
    const { risks, findings } = await resultOf(accepted);
    const risk = risks.find(({ props }) => value(props, "finding") === first.id)!;
    expect([risk.status, value(risk.props, "decision"), value(risk.props, "decision-owner"), value(risk.props, "decision-expires")]).toEqual([
      "deviation-approved",
      "accepted",
      "Risk board",
      "2027-01-31",
    ]);
    expect(risk.props.find(({ name }) => name === "decision")!.remarks).toBe("Costs more");
    expect(findings.every(({ target }) => target.status.state === "not-satisfied")).toBe(true);
  });
  test("a mitigation in place is a mitigating factor and no longer a remediation", async () => {
    const [id] = first.mitigations;
    const { title } = model.mitigations.find((mitigation) => mitigation.id === id)!;
    const risk = (await resultOf(modelOf("coding-agent", decisions([], [{ id, status: "in-place" }])))).risks.find(({ props }) => value(props, "finding") === first.id)!;
    expect(risk["mitigating-factors"]!.map(({ description }) => description)).toEqual([title]);
    expect(risk.remediations!.map(({ title }) => title)).not.toContain(title);
  });
});

describe("the plan of action", () => {
  const model = modelOf("coding-agent");
  const planOf = async (model: ThreatModel) => (await read(oscalPoam, model))["plan-of-action-and-milestones"];
  test("has an item for every open finding and for no other", async () => {
    const [first, second] = model.threats;
    const decided = {
      ...model,
      threats: model.threats.map((finding) =>
        finding === first ? { ...finding, status: "mitigated" as const } : finding === second ? { ...finding, status: "accepted" as const } : finding,
      ),
    };
    expect((await planOf(decided))["poam-items"].map(({ props }) => value(props!, "finding"))).toEqual(model.threats.slice(2).map(({ id }) => id));
  });
  test("has the mitigations as remediations, planned ones with their due date", async () => {
    const [id, other] = model.threats[0]!.mitigations;
    const planned = modelOf("coding-agent", { decisions: { mitigations: [{ id, status: "planned", owner: "Platform team", due: "2027-03-31" }] } });
    const remediation = (of: string) => async () => (await planOf(planned)).risks[0]!.remediations!.find(({ props }) => value(props, "mitigation") === of)!;
    const due = await remediation(id!)();
    expect([due.lifecycle, due.tasks![0]!.timing["on-date"].date, value(due.props, "owner")]).toEqual(["planned", "2027-03-31T00:00:00Z", "Platform team"]);
    expect((await remediation(other!)()).lifecycle).toBe("recommendation");
  });
  test("names risks as the assessment results do", async () => {
    const { risks } = (await read(oscalAssessmentResults, model))["assessment-results"].results[0];
    expect((await planOf(model)).risks.map(({ uuid }) => uuid)).toEqual(risks.map(({ uuid }) => uuid));
  });
  test("is valid and says so where nothing is open", async () => {
    const file = await read(oscalPoam, { ...model, threats: [] });
    expect(problemsOf["oscal-poam"]!(file)).toEqual([]);
    expect(file["plan-of-action-and-milestones"]["poam-items"].map(({ title }) => title)).toEqual(["No open findings"]);
  });
});
