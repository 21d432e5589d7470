import type { FindingStatus } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { cisoAssistant } from "../src/exporters/index.js";
import { EXAMPLES } from "./examples.js";
import { HOSTILE, hostileJob, exampleJob, withStatus } from "./jobs.js";
import { readWorkbook } from "./readWorkbook.js";

const HEADER =
  "ref_id,name,description,inherent_proba,inherent_impact,inherent_level,existing_controls,current_proba,current_impact,current_level,additional_controls,residual_proba,residual_impact,residual_level,treatment,assets";
const PROBABILITY = ["rare", "unlikely", "moderate", "likely", "almost certain"];
const IMPACT = ["insignificant", "minor", "significant", "major", "severe"];

type Row = Record<string, string>;
const rowsOf = async (job: ReturnType<typeof exampleJob>): Promise<Row[]> => {
  const [[header, ...rows]] = Object.values(readWorkbook((await cisoAssistant.export(job)) as Uint8Array).sheets) as [[string[], ...string[][]]];
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
};

describe("CISO Assistant", () => {
  test("reads the columns that it knows, in one sheet", async () => {
    const { sheets } = readWorkbook((await cisoAssistant.export(exampleJob("support-assistant"))) as Uint8Array);
    const [rows] = Object.values(sheets);
    expect(Object.keys(sheets)).toHaveLength(1);
    expect(rows![0]!.slice(0, 16).join(",")).toBe(HEADER);
  });

  test.each(EXAMPLES)("knows every label, and every scenario of %s by its id and by a name of its own", async (name) => {
    const job = exampleJob(name);
    const rows = await rowsOf(job);
    expect(rows.map(({ ref_id }) => ref_id)).toEqual(job.model.threats.map(({ id }) => id));
    expect(new Set(rows.map((row) => row["name"]!.toLowerCase())).size).toBe(rows.length);
    for (const row of rows)
      for (const when of ["inherent", "current", "residual"]) {
        expect(PROBABILITY).toContain(row[`${when}_proba`]);
        expect(IMPACT).toContain(row[`${when}_impact`]);
      }
  });

  test("never shows more risk later than earlier", async () => {
    for (const row of await rowsOf(exampleJob("support-assistant"))) {
      const levels = (part: string, words: string[]) => ["inherent", "current", "residual"].map((when) => words.indexOf(row[`${when}_${part}`]!));
      for (const [before, now, after] of [levels("proba", PROBABILITY), levels("impact", IMPACT)]) {
        expect(now).toBeLessThanOrEqual(before!);
        expect(after).toBeLessThanOrEqual(now!);
      }
    }
  });

  test("lists controls in place apart from those still to come", async () => {
    const job = exampleJob("support-assistant");
    const title = (status: string) => job.model.mitigations.find((mitigation) => mitigation.status === status)!.title;
    const rows = await rowsOf(job);
    const lines = (column: string) => new Set(rows.flatMap((row) => row[column]!.split("\n")));
    expect(lines("existing_controls").has(title("in-place"))).toBe(true);
    expect(lines("additional_controls").has(title("in-place"))).toBe(false);
    expect(lines("additional_controls").has(title("planned"))).toBe(true);
  });

  test("aims at what remains when all that is planned is in place", async () => {
    const job = exampleJob("payment-fraud-detector");
    const [finding] = job.model.threats;
    const strength = { prevents: "likelihood", detects: "impact", responds: "impact" } as const;
    const wanted = { likelihood: finding!.likelihood, impact: finding!.impact };
    for (const { id, effect } of job.knowledge.threats.find((threat) => threat.id === finding!.threat)!.mitigations) {
      if (!finding!.mitigations.includes(id)) continue;
      const { kind } = job.knowledge.mitigations.find((mitigation) => mitigation.id === id)!;
      wanted[strength[kind]] = 1 + (wanted[strength[kind]] - 1) * (1 - job.knowledge.scoring.effects[kind][effect]);
    }
    const [row] = await rowsOf(job);
    expect([row!["residual_proba"], row!["residual_impact"]]).toEqual([PROBABILITY[Math.round(wanted.likelihood) - 1], IMPACT[Math.round(wanted.impact) - 1]]);
  });

  test("does not plan what was turned down, and a target without plans is today's risk", async () => {
    const job = exampleJob("support-assistant");
    for (const mitigation of job.model.mitigations) mitigation.status = "not-planned";
    for (const row of await rowsOf(job)) {
      expect(row["additional_controls"]).toBe("");
      expect([row["residual_proba"], row["residual_impact"]]).toEqual([row["current_proba"], row["current_impact"]]);
    }
  });

  test.each<[FindingStatus, string]>([
    ["open", "open"],
    ["partly-mitigated", "mitigate"],
    ["mitigated", "mitigate"],
    ["accepted", "accept"],
    ["transferred", "transfer"],
    ["avoided", "avoid"],
    ["false-positive", "cancelled"],
  ])("treats a finding that is %s as %s", async (status, treatment) => {
    expect((await rowsOf(withStatus(exampleJob("support-assistant"), status)))[0]!["treatment"]).toBe(treatment);
  });

  test.each(HOSTILE)("takes whatever a user writes: %j", async (text) => {
    const rows = await rowsOf(hostileJob(text));
    expect(rows.every((row) => row["name"]!.length <= 200 && row["ref_id"]!.length <= 100 && row["assets"]!.length <= 200)).toBe(true);
    expect(new Set(rows.map((row) => row["name"])).size).toBe(rows.length);
  });

  test("shortens long ids to ones that stay apart and never change", async () => {
    const job = hostileJob("x");
    for (const [index, finding] of job.model.threats.entries()) finding.id = `${"a".repeat(120)}-${index}@${"b".repeat(110)}`;
    const ids = (await rowsOf(job)).map((row) => row["ref_id"]!);
    expect(ids.every((id) => id.length <= 100)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await rowsOf(job)).map((row) => row["ref_id"])).toEqual(ids);
  });
});
