import { type ExportJob, type Finding, type Mitigation, type PlannedMitigation, SEVERITIES, type Severity } from "@strideml/plugin-kit";
import { isOpen } from "../isOpen.js";
import { lookUp } from "../lookUp.js";

/** One piece of work: a mitigation that is wanted, and the open findings it helps, highest score first. */
export interface Ticket {
  planned: PlannedMitigation;
  /** What the knowledge says about it, where it is loaded. */
  text: Mitigation | undefined;
  findings: Finding[];
  severity: Severity;
}

const highest = (findings: readonly Finding[]): Severity => SEVERITIES.findLast((severity) => findings.some((finding) => finding.severity === severity)) ?? "low";

/**
 * The backlog as tickets, in its own order: mitigations that are neither in place nor turned down and help at least one open finding.
 * A finding that is accepted, avoided or dismissed asks for no work.
 */
export const ticketsOf = (job: ExportJob): Ticket[] => {
  const { mitigations } = lookUp(job);
  const open = new Map(job.model.threats.filter(({ status }) => isOpen(status)).map((finding) => [finding.id, finding]));
  return job.model.mitigations.flatMap((planned) => {
    const findings = planned.findings.flatMap((id) => open.get(id) ?? []).toSorted((a, b) => b.score - a.score);
    const wanted = planned.status !== "in-place" && planned.status !== "not-planned" && findings.length > 0;
    return wanted ? [{ planned, text: mitigations.get(planned.id), findings, severity: highest(findings) }] : [];
  });
};
