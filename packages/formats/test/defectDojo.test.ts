import type { FindingStatus } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { defectDojo } from "../src/exporters/index.js";
import { EXAMPLES } from "./examples.js";
import { HOSTILE, hostileJob, exampleJob, withStatus } from "./jobs.js";

/** The keys that the importer lets through; any other makes it refuse the whole file. */
const ALLOWED = new Set(
  "date cwe cve mitigation impact steps_to_reproduce severity_justification references active verified false_p out_of_scope risk_accepted under_review is_mitigated mitigated component_name component_version static_finding dynamic_finding unique_id_from_tool vuln_id_from_tool service tags title severity description".split(
    " ",
  ),
);

type Finding = Record<string, unknown> & { title: string; tags: string[]; component_name: string };
const findingsOf = async (job: ReturnType<typeof exampleJob>): Promise<Finding[]> => (JSON.parse(String(await defectDojo.export(job))) as { findings: Finding[] }).findings;

describe("DefectDojo", () => {
  test.each(EXAMPLES)("imports every finding of %s", async (name) => {
    const job = exampleJob(name);
    const findings = await findingsOf(job);
    expect(findings.map(({ unique_id_from_tool }) => unique_id_from_tool)).toEqual(job.model.threats.map(({ id }) => id));
    for (const finding of findings) {
      expect(Object.keys(finding).filter((key) => !ALLOWED.has(key))).toEqual([]);
      expect(["Low", "Medium", "High", "Critical"]).toContain(finding["severity"]);
      expect(finding["description"]).toBeTruthy();
      expect(finding.tags.every((tag) => /^[^\s,'"]+$/.test(tag))).toBe(true);
    }
  });

  test.each<[FindingStatus, string[]]>([
    ["open", ["active"]],
    ["partly-mitigated", ["active"]],
    ["mitigated", ["is_mitigated"]],
    ["accepted", ["risk_accepted"]],
    ["transferred", ["risk_accepted"]],
    ["avoided", ["is_mitigated"]],
    ["false-positive", ["false_p"]],
  ])("shows a finding that is %s", async (status, flags) => {
    const [finding] = await findingsOf(withStatus(exampleJob("support-assistant"), status));
    expect(["active", "is_mitigated", "risk_accepted", "false_p"].filter((flag) => finding![flag])).toEqual(flags);
    expect(finding!.tags).toContain(`status:${status}`);
  });

  test("has a date only where the model was made with one", async () => {
    const job = exampleJob("support-assistant");
    expect((await findingsOf(job))[0]).not.toHaveProperty("date");
    job.model.provenance.date = "2026-11-23";
    expect((await findingsOf(job))[0]!["date"]).toBe("2026-11-23");
  });

  test("says what to do, in which state it is, and where to read more", async () => {
    const job = exampleJob("support-assistant");
    const [finding] = await findingsOf(job);
    const [id] = job.model.threats[0]!.mitigations;
    expect(finding!["mitigation"]).toContain(job.model.mitigations.find((mitigation) => mitigation.id === id)!.title);
    expect(finding!["references"]).toMatch(/https:\/\//);
  });

  test.each(HOSTILE)("takes whatever a user writes: %j", async (text) => {
    for (const finding of await findingsOf(hostileJob(text))) {
      expect(finding.title.length).toBeLessThanOrEqual(511);
      expect(finding.component_name.length).toBeLessThanOrEqual(500);
      expect(JSON.stringify(finding)).not.toMatch(/\\u00[01]|\u202E/);
    }
  });

  test("gives the same bytes for the same model", async () =>
    expect(await defectDojo.export(exampleJob("coding-agent"))).toBe(await defectDojo.export(exampleJob("coding-agent"))));
});
