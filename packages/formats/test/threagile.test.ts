import type { FindingStatus } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { threagileRisks } from "../src/exporters/index.js";
import { EXAMPLES } from "./examples.js";
import { HOSTILE, hostileJob, exampleJob, withStatus } from "./jobs.js";

type Risk = Record<string, string> & { data_breach_technical_assets: unknown };
const risksOf = async (job: ReturnType<typeof exampleJob>): Promise<Risk[]> => JSON.parse(String(await threagileRisks.export(job))) as Risk[];

describe("Threagile risks.json", () => {
  test.each(EXAMPLES)("has every finding of %s in Threagile's words", async (name) => {
    const job = exampleJob(name);
    const risks = await risksOf(job);
    expect(risks).toHaveLength(job.model.threats.length);
    expect(new Set(risks.map(({ synthetic_id }) => synthetic_id)).size).toBe(risks.length);
    for (const risk of risks) {
      expect(risk["category"]).toMatch(/^[a-zA-Z0-9-]+$/);
      expect(risk["most_relevant_technical_asset"]).toMatch(/^[a-zA-Z0-9-]+$/);
      expect(risk["synthetic_id"]).toBe(`${risk["category"]}@${risk["most_relevant_technical_asset"]}`);
      expect(["low", "medium", "elevated", "high", "critical"]).toContain(risk["severity"]);
      expect(["unlikely", "likely", "very-likely", "frequent"]).toContain(risk["exploitation_likelihood"]);
      expect(["low", "medium", "high", "very-high"]).toContain(risk["exploitation_impact"]);
      expect(["improbable", "possible", "probable"]).toContain(risk["data_breach_probability"]);
    }
  });

  test.each<[FindingStatus, string]>([
    ["open", "unchecked"],
    ["partly-mitigated", "in-progress"],
    ["mitigated", "mitigated"],
    ["accepted", "accepted"],
    ["transferred", "accepted"],
    ["avoided", "mitigated"],
    ["false-positive", "false-positive"],
  ])("calls a finding that is %s %s", async (status, word) => {
    expect((await risksOf(withStatus(exampleJob("support-assistant"), status)))[0]!["risk_status"]).toBe(word);
  });

  test.each(HOSTILE)("keeps markup out of its titles: %j", async (text) => {
    for (const { title } of await risksOf(hostileJob(text))) expect(title!.replace(/^<b>|<\/b> at <b>|<\/b>$/g, "")).not.toMatch(/[<>]/);
  });

  test("gives the same bytes for the same model", async () =>
    expect(await threagileRisks.export(exampleJob("coding-agent"))).toBe(await threagileRisks.export(exampleJob("coding-agent"))));
});
