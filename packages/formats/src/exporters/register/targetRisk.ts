import type { ExportJob, Finding, PlannedMitigation } from "@strideml/plugin-kit";
import { isOpen } from "../isOpen.js";
import { lookUp } from "../lookUp.js";

/** Mitigations that a finding may still get: neither in place nor turned down, and only while it is open. */
export const stillToCome = (finding: Finding, planned: ReadonlyMap<string, PlannedMitigation>): PlannedMitigation[] =>
  isOpen(finding.status) ? finding.mitigations.flatMap((id) => planned.get(id) ?? []).filter(({ status }) => status !== "in-place" && status !== "not-planned") : [];

/** Likelihood and impact, 1-5 each. */
export type Target = Pick<Finding, "likelihood" | "impact">;

/**
 * Likelihood and impact, 1-5 each, once every mitigation still to come is in place as well; never more than what remains today.
 * Each mitigation takes its share of the way to 1: of the likelihood where it prevents, of the impact where it detects or responds.
 * Source: docs/scoring.md, residual risk.
 */
export const targetRisk = (finding: Finding, job: ExportJob): Target => {
  const { planned, threats, mitigations } = lookUp(job);
  const { scoring, mitigations: all } = job.knowledge;
  const coming = new Set(stillToCome(finding, planned).map(({ id }) => id));
  if (coming.size === 0) return finding.residual;
  const left = { likelihood: 1, impact: 1 };
  for (const { id, effect } of threats.get(finding.threat)?.mitigations ?? []) {
    // A threat may name a mitigation by an earlier id.
    const mitigation = mitigations.get(id) ?? all.find(({ aliases }) => aliases.includes(id));
    if (!mitigation || (!coming.has(mitigation.id) && planned.get(mitigation.id)?.status !== "in-place")) continue;
    left[mitigation.kind === "prevents" ? "likelihood" : "impact"] *= 1 - scoring.effects[mitigation.kind][effect];
  }
  const after = (value: number, today: number, share: number) => Math.min(today, 1 + (value - 1) * share);
  return {
    likelihood: after(finding.likelihood, finding.residual.likelihood, left.likelihood),
    impact: after(finding.impact, finding.residual.impact, left.impact),
  };
};
