import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { sarif } from "../src/exporters/sarif.js";
import { SOME_EXAMPLES, jobOf, modelOf, textOf } from "./examples.js";
import { HOSTILE, hostileModel } from "./hostile.js";
import { schemaFile, validatorOf } from "./validatorOf.js";

interface Rule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  helpUri?: string;
  defaultConfiguration: { level: string };
  relationships: { target: Taxon; kinds: string[] }[];
  properties: { tags: string[]; "security-severity": string };
}
interface Taxon {
  id: string;
  index: number;
  toolComponent: { index: number; guid: string };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    logicalLocations: { index: number; fullyQualifiedName: string; kind: string }[];
  }[];
  partialFingerprints: { primaryLocationLineHash: string };
  taxa: Taxon[];
  suppressions?: { kind: string; status: string; justification: string }[];
  baselineState?: string;
  properties: { finding: string };
}
interface Run {
  tool: { driver: { version: string; rules: Rule[]; supportedTaxonomies: { guid: string }[] } };
  automationDetails: { id: string };
  baselineGuid?: string;
  logicalLocations: { fullyQualifiedName: string }[];
  taxonomies: { guid: string; name: string; taxa: { id: string; name: string }[] }[];
  results: Result[];
  properties: { overallScore: number };
}

const problemsOf = validatorOf(schemaFile("sarif-2.1.0"));
const logOf = async (model: ThreatModel, baseline?: ThreatModel) => JSON.parse(await textOf(sarif, jobOf(model, baseline))) as { runs: [Run] };
const runOf = async (model: ThreatModel, baseline?: ThreatModel): Promise<Run> => (await logOf(model, baseline)).runs[0];

describe.each(SOME_EXAMPLES)("%s", (name) => {
  const model = modelOf(name);
  test("follows the schema", async () => expect(problemsOf(await logOf(model))).toEqual([]));
  test("every finding is a result at its component, of the rule that its index names", async () => {
    const run = await runOf(model);
    expect(run.results.map(({ properties }) => properties.finding)).toEqual(model.threats.map(({ id }) => id));
    for (const [index, result] of run.results.entries()) {
      expect(run.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
      expect(result.locations[0]!.physicalLocation).toMatchObject({ artifactLocation: { uri: "strideml.yaml" }, region: { startLine: 1 } });
      const [logical] = result.locations[0]!.logicalLocations;
      expect(run.logicalLocations[logical!.index]!.fullyQualifiedName).toBe(logical!.fullyQualifiedName);
      expect(logical!.fullyQualifiedName.endsWith(model.threats[index]!.component)).toBe(true);
    }
  });
  test("every rule has what GitHub asks for, within its limits", async () => {
    for (const rule of (await runOf(model)).tool.driver.rules) {
      for (const text of [rule.shortDescription.text, rule.fullDescription.text]) expect(text.length).toBeGreaterThan(5);
      for (const text of [rule.shortDescription.text, rule.fullDescription.text]) expect(text.length).toBeLessThanOrEqual(1024);
      expect(rule.name.toLowerCase()).not.toBe(rule.id);
      expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]{2,254}$/);
      expect(rule.help.text).toContain("What to do");
      expect(rule.help.markdown).toContain("## What to do");
      expect(rule.properties.tags).toContain("security");
      expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
      expect(rule.properties["security-severity"]).toMatch(/^(?:\d\.\d|10\.0)$/);
    }
  });
  test("every taxon that is named is there", async () => {
    const run = await runOf(model);
    const named = [...run.results.flatMap(({ taxa }) => taxa), ...run.tool.driver.rules.flatMap(({ relationships }) => relationships.map(({ target }) => target))];
    expect(named.length).toBeGreaterThan(0);
    for (const { id, index, toolComponent } of named) {
      expect(run.taxonomies[toolComponent.index]!.guid).toBe(toolComponent.guid);
      expect(run.taxonomies[toolComponent.index]!.taxa[index]!.id).toBe(id);
    }
  });
});

describe("a SARIF file", () => {
  const model = modelOf("coding-agent");
  const [first, second] = model.threats;
  const decided = (status: string, id: string) => ({ decisions: { findings: [{ id, status, owner: "Risk board", reason: "Costs more than it saves", expires: "2027-01-31" }] } });
  const resultOf = async (run: Promise<Run>, { id }: Finding) => (await run).results.find(({ properties }) => properties.finding === id)!;

  test("lists as taxa only what the findings touch, by its title", async () => {
    const atlas = (await runOf(model)).taxonomies.find(({ name }) => name.includes("ATLAS"))!;
    const touched = model.threats.flatMap(({ annotations }) => annotations).filter(({ framework }) => framework === "mitre-atlas");
    expect(atlas.taxa.map(({ id }) => id)).toEqual([...new Set(touched.map(({ requirement }) => requirement))].sort());
    expect(atlas.taxa.find(({ id }) => id === "AML.T0050")!.name).not.toBe("AML.T0050");
  });
  test("says by kind which of rule and requirement is the broader one", async () => {
    const rule = (await runOf(model)).tool.driver.rules.find(({ id }) => id === "generated-code-execution")!;
    expect(rule.relationships.find(({ target }) => target.id === "AML.T0050")!.kinds).toEqual(["superset"]);
  });
  test("gives every finding a fingerprint of its own, the same in every run", async () => {
    const prints = (run: Run) => run.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    const before = prints(await runOf(model));
    expect(new Set(before).size).toBe(model.threats.length);
    expect(prints(await runOf(modelOf("coding-agent", {}, "2026-11-23")))).toEqual(before);
  });
  test.each(["accepted", "transferred", "avoided", "false-positive"])("suppresses a finding that is %s, with the reason", async (status) => {
    const run = runOf(modelOf("coding-agent", decided(status, first!.id)));
    expect((await resultOf(run, first!)).suppressions).toMatchObject([
      { kind: "external", status: "accepted", justification: `${status}: Costs more than it saves`, properties: { owner: "Risk board" } },
    ]);
    expect((await run).results.filter(({ suppressions }) => suppressions)).toHaveLength(1);
  });
  test("passes a mitigated finding and fails every other one at its level", async () => {
    const run = runOf(modelOf("coding-agent", decided("mitigated", first!.id)));
    expect(await resultOf(run, first!)).toMatchObject({ kind: "pass", level: "none" });
    for (const result of (await run).results.filter(({ kind }) => kind !== "pass")) expect(["error", "warning", "note"]).toContain(result.level);
  });
  test("without an earlier model says nothing of what is new", async () => {
    const run = await runOf(model);
    expect(run.results.some((result) => "baselineState" in result)).toBe(false);
    expect(run.baselineGuid).toBeUndefined();
  });
  test("with an earlier model says what is new, changed, the same and gone", async () => {
    const baseline = { ...model, threats: model.threats.slice(1).map((finding) => (finding.id === second!.id ? { ...finding, score: finding.score + 1 } : finding)) };
    const gone = { ...first!, id: "gone-threat@gone-component", threat: "gone-threat", component: "gone-component" };
    const log = await logOf(model, { ...baseline, threats: [...baseline.threats, gone] });
    const state = (id: string) => log.runs[0].results.find(({ properties }) => properties.finding === id)!.baselineState;
    expect([first!.id, second!.id, model.threats[2]!.id, gone.id].map(state)).toEqual(["new", "updated", "unchanged", "absent"]);
    expect(log.runs[0].baselineGuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(problemsOf(log)).toEqual([]);
  });
  test("keeps one category of alerts per system and carries version and overall score", async () => {
    const run = await runOf({ ...model, provenance: { ...model.provenance, engine: "strideml 1.2.3" } });
    expect(run.automationDetails.id).toMatch(/^strideml\/[a-z0-9-]+\/$/);
    expect(run.automationDetails.id).not.toBe((await runOf({ ...model, system: { name: "Other" } })).automationDetails.id);
    expect([run.tool.driver.version, run.properties.overallScore]).toEqual(["1.2.3", model.overall.score]);
  });
  test("links only to the web: a reference with another scheme gives no help address", async () => {
    const rules = (await runOf(hostileModel())).tool.driver.rules;
    expect(rules.find(({ id }) => id.startsWith("3 "))!.helpUri).toBeUndefined();
    expect(rules.filter(({ helpUri }) => helpUri !== undefined && !/^https?:/.test(helpUri))).toEqual([]);
  });
  test("hostile text neither breaks the file nor becomes a link, a placeholder or an unseen character", async () => {
    const model = hostileModel();
    const text = await textOf(sarif, jobOf(model));
    const log = JSON.parse(text) as { runs: [Run] };
    expect(problemsOf(log)).toEqual([]);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000|\\ud800/i);
    expect(log.runs[0].results).toHaveLength(model.threats.length);
    const { message } = log.runs[0].results[0]!;
    expect(message.text).toContain(String.raw`\[click\](javascript:alert(1)) {{0}}`);
    expect(message.text.length).toBeLessThan(HOSTILE.length / 4);
  });
  test("is the same byte for byte when written twice", async () => expect(await textOf(sarif, jobOf(modelOf("coding-agent")))).toBe(await textOf(sarif, jobOf(model))));
});
