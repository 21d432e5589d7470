import type { Knowledge, MitigationDecision, Mitigation, Scoring, Threat } from "@strideml/plugin-kit";

/** A mitigation that a threat asks for, as it stands in this system. */
export interface AppliedMitigation {
  mitigation: Mitigation;
  effect: Threat["mitigations"][number]["effect"];
  status: MitigationDecision["status"] | "undecided";
}

/** Likelihood and impact that remain, 1-5 each, and what took the rest away. */
export interface Remaining {
  likelihood: number;
  impact: number;
  because: string[];
}

/** Share of the way to 1 that a mitigation takes off, from 0 to 1. */
const creditOf = ({ mitigation, effect, status }: AppliedMitigation, scoring: Scoring): number => {
  const full = scoring.effects[mitigation.kind][effect];
  if (status === "in-place") return full;
  return status === "partly" ? full * scoring.partly : 0;
};

const twoDecimals = (value: number) => Math.round(value * 100) / 100;

/**
 * What remains of a risk with the mitigations in place: those that prevent lower the likelihood,
 * those that detect or respond lower the impact. Each takes a share of what the ones before left over,
 * so no order matters and no mitigation ever raises a risk.
 */
export const residualRisk = (rating: { likelihood: number; impact: number }, applied: readonly AppliedMitigation[], knowledge: Knowledge): Remaining => {
  let [likelihood, impact] = [rating.likelihood, rating.impact];
  const because: string[] = [];
  for (const each of applied) {
    const credit = creditOf(each, knowledge.scoring);
    if (credit === 0) continue;
    if (each.mitigation.kind === "prevents") likelihood = 1 + (likelihood - 1) * (1 - credit);
    else impact = 1 + (impact - 1) * (1 - credit);
    because.push(
      `${each.mitigation.title} (${each.status === "partly" ? "partly in place" : "in place"}): ${Math.round(credit * 100)} % off the ${each.mitigation.kind === "prevents" ? "likelihood" : "impact"}.`,
    );
  }
  return { likelihood: twoDecimals(likelihood), impact: twoDecimals(impact), because };
};
