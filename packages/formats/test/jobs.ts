import type { ExportJob, ThreatModel } from "@strideml/plugin-kit";
import { jobOf, modelOf } from "./examples.js";

const made = new Map<string, ThreatModel>();

/** The job of an example, to be changed at will. */
export const exampleJob = (name: string): ExportJob => {
  const model = made.get(name) ?? modelOf(name);
  made.set(name, model);
  return jobOf(structuredClone(model));
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
  const job = exampleJob("support-assistant");
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
