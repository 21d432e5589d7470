import type { Finding, PlannedMitigation } from "@strideml/plugin-kit";
import type { ExportJob } from "@strideml/plugin-kit";
import { isOpen } from "../isOpen.js";
import { lookUp } from "../lookUp.js";

/** Mitigations that a finding may still get: neither in place nor turned down, and only while it is open. */
export const stillToCome = (finding: Finding, planned: ReadonlyMap<string, PlannedMitigation>): PlannedMitigation[] =>
  isOpen(finding.status) ? finding.mitigations.flatMap((id) => planned.get(id) ?? []).filter(({ status }) => status !== "in-place" && status !== "not-planned") : [];

/** What a finding's mitigations in place, and those still to come, have taken off: likelihood and impact, 1-5 each. */
export type Target = Pick<Finding, "likelihood" | "impact">;

/**
 * Likelihood and impact, 1-5 each, once every mitigation still to come is in place as well; never more than what remains today.
 * Each mitigation takes its share of the way to 1: of the likelihood where it prevents, of the impact where it detects or responds.
 * Source: docs/scoring.md, residual risk.
 */
export const targetRisk = (finding: Finding, job: ExportJob): Target => {
  const { planned, threats, mitigations } = lookUp(job);
  const { effects } = job.knowledge.scoring;
  const coming = new Set(stillToCome(finding, planned).map(({ id }) => id));
  if (coming.size === 0) return finding.residual;
  const left = { likelihood: 1, impact: 1 };
  for (const { id, effect } of threats.get(finding.threat)?.mitigations ?? []) {
    const kind = mitigations.get(id)?.kind;
    if (!kind || (!coming.has(id) && planned.get(id)?.status !== "in-place")) continue;
    left[kind === "prevents" ? "likelihood" : "impact"] *= 1 - effects[kind][effect];
  }
  const after = (value: number, today: number, share: number) => Math.min(today, 1 + (value - 1) * share);
  return {
    likelihood: after(finding.likelihood, finding.residual.likelihood, left.likelihood),
    impact: after(finding.impact, finding.residual.impact, left.impact),
  };
};
