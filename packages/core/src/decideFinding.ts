import { type Finding, type FindingDecision, type FindingStatus, type Scoring, riskOf, toScore } from "@strideml/plugin-kit";
import type { AppliedMitigation, Remaining } from "./residualRisk.js";

/** What a decision makes of a finding. */
export interface Decided {
  status: FindingStatus;
  residual: Finding["residual"];
  decision?: Finding["decision"];
}

const withScore = (remaining: Remaining, scoring: Scoring): Finding["residual"] => ({ ...toScore(riskOf(remaining.likelihood, remaining.impact), scoring.bands), ...remaining });

const statusOf = (applied: readonly AppliedMitigation[]): FindingStatus => {
  const done = applied.filter((each) => each.status === "in-place").length;
  if (applied.length > 0 && done === applied.length) return "mitigated";
  return applied.some((each) => each.status === "in-place" || each.status === "partly") ? "partly-mitigated" : "open";
};

/** The risk is gone, not merely smaller. */
const gone = (residual: Finding["residual"], reason: string): Finding["residual"] => ({
  ...residual,
  score: 1,
  severity: "low",
  likelihood: 1,
  because: [...residual.because, reason],
});

/** The owner says that more was done than the catalog knows: the residual is at most the top of the low band. */
const declared = (residual: Finding["residual"], reason: string, scoring: Scoring): Finding["residual"] => {
  const top = scoring.bands.medium - 1;
  return residual.score <= top ? residual : { ...residual, score: top, severity: "low", because: [...residual.because, reason] };
};

/**
 * Status and residual risk of a finding. Accepting or transferring a risk leaves it as high as it is: it stays visible.
 * @param date the day that expiry is compared with, `YYYY-MM-DD`; without it no decision expires
 */
export const decideFinding = (remaining: Remaining, applied: readonly AppliedMitigation[], decision: FindingDecision | undefined, scoring: Scoring, date?: string): Decided => {
  const residual = withScore(remaining, scoring);
  if (!decision) return { status: statusOf(applied), residual };
  if (decision.expires !== undefined && date !== undefined && decision.expires < date)
    return { status: statusOf(applied), residual, decision: { ...decision, note: `The decision expired on ${decision.expires}; the finding is open again.` } };
  const reason = `${decision.status}, says ${decision.owner}: ${decision.reason}`;
  switch (decision.status) {
    case "accepted":
    case "transferred":
      return { status: decision.status, residual, decision };
    case "mitigated":
      return { status: decision.status, residual: declared(residual, `Declared ${reason}`, scoring), decision };
    case "avoided":
    case "false-positive":
      return { status: decision.status, residual: gone(residual, `Declared ${reason}`), decision };
    default:
      return decision.status satisfies never;
  }
};
