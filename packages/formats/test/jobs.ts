import { readdirSync, readFileSync } from "node:fs";
import type { ExportJob, ThreatModel } from "@strideml/plugin-kit";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";

const folder = new URL("../../../examples/", import.meta.url);

/** The names of all examples. */
export const EXAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -5));

const made = new Map<string, ThreatModel>();

const make = (name: string): ThreatModel => {
  const parsed = parseSystem(parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8")), KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return generateThreatModel(parsed.value, KNOWLEDGE, AROUND);
};

/** The threat model of an example, to be changed at will. */
export const jobOf = (name: string): ExportJob => {
  if (!made.has(name)) made.set(name, make(name));
  return { model: structuredClone(made.get(name)!), knowledge: KNOWLEDGE };
};

/** What a hostile user may write, and no schema may have stopped. */
export const HOSTILE = [
  '=HYPERLINK("https://x.example","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "=1\n+2",
  "\uFF1D1+1",
  "\u0000\u0007\u001B[31mred\u202Etxt\uD800",
  '"],;x"</title></svg><script>alert(1)</script>&amp;\\" -->|||',
  "a;=1+1",
  "é".repeat(10_000),
];

/** A small job whose user strings are all the given one. */
export const hostileJob = (text: string): ExportJob => {
  const job = jobOf("support-assistant");
  const { model } = job;
  model.threats = model.threats.slice(0, 6);
  model.mitigations = model.mitigations.filter(({ findings }) => findings.some((id) => model.threats.some((finding) => finding.id === id)));
  model.frameworks = [];
  model.system = { name: text, description: text, owner: text, version: text };
  for (const component of model.architecture.components) component.title = text;
  for (const boundary of model.architecture.boundaries) boundary.title = text;
  for (const flow of model.architecture.flows) flow.data = text;
  for (const finding of model.threats) finding.decision = { id: finding.id, status: "accepted", owner: text, reason: text, note: text };
  for (const mitigation of model.mitigations) mitigation.decision = { id: mitigation.id, status: "planned", owner: text, reason: text, evidence: text };
  return job;
};

/** The same job with every finding in one status. */
export const withStatus = (job: ExportJob, status: ThreatModel["threats"][number]["status"]): ExportJob => ({
  ...job,
  model: { ...job.model, threats: job.model.threats.map((finding) => ({ ...finding, status })) },
});
