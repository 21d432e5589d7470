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

type Rating = Pick<Remaining, "likelihood" | "impact">;

/** Share of the way to 1 that a mitigation takes off, from 0 to 1. */
const creditOf = ({ mitigation, effect, status }: AppliedMitigation, scoring: Scoring): number => {
  const full = scoring.effects[mitigation.kind][effect];
  if (status === "in-place") return full;
  return status === "partly" ? full * scoring.partly : 0;
};

const twoDecimals = (value: number) => Math.round(value * 100) / 100;

const lowered = ({ likelihood, impact }: Rating, kind: Mitigation["kind"], credit: number): Rating =>
  kind === "prevents" ? { likelihood: 1 + (likelihood - 1) * (1 - credit), impact } : { likelihood, impact: 1 + (impact - 1) * (1 - credit) };

const rounded = ({ likelihood, impact }: Rating): Rating => ({ likelihood: twoDecimals(likelihood), impact: twoDecimals(impact) });

const reasonOf = ({ mitigation, status }: AppliedMitigation, credit: number): string =>
  `${mitigation.title} (${status === "partly" ? "partly in place" : "in place"}): ${Math.round(credit * 100)} % off the ${mitigation.kind === "prevents" ? "likelihood" : "impact"}.`;

/** Likelihood and impact, 1-5 each, if one mitigation more stands as it is applied. */
export const withMitigation = (rating: Rating, applied: AppliedMitigation, { scoring }: Pick<Knowledge, "scoring">): Rating =>
  rounded(lowered(rating, applied.mitigation.kind, creditOf(applied, scoring)));

/**
 * What remains of a risk with the mitigations in place: those that prevent lower the likelihood,
 * those that detect or respond lower the impact. Each takes a share of what the ones before left over,
 * so no order matters and no mitigation ever raises a risk.
 */
export const residualRisk = (rating: Rating, applied: readonly AppliedMitigation[], { scoring }: Pick<Knowledge, "scoring">): Remaining => {
  let remaining = rating;
  const because: string[] = [];
  for (const each of applied) {
    const credit = creditOf(each, scoring);
    if (credit === 0) continue;
    remaining = lowered(remaining, each.mitigation.kind, credit);
    because.push(reasonOf(each, credit));
  }
  return { ...rounded(remaining), because };
};
