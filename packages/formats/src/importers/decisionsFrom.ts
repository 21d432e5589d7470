import { FindingDecision } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "./cleanText.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { type OwnMark, statusOf } from "./ownMarks.js";

/** A threat's id and a component's, each of at most 120 characters. */
const LONGEST_ID = 241;

const missing = (owner: string | undefined, reason: string | undefined): string =>
  `a decision needs an owner and a reason, and the file has ${owner === undefined && reason === undefined ? "neither" : owner === undefined ? "no owner" : "no reason"}`;

const decisionOf = (mark: OwnMark, losses: Losses): FindingDecision | undefined => {
  if (mark.status === undefined) return undefined;
  const status = statusOf(mark.status);
  if (status === "open") return undefined;
  const what = `the status "${mark.status}" of the finding ${mark.finding}`;
  const owner = oneLine(mark.owner ?? "", LIMITS.name).text || undefined;
  const reason = manyLines(mark.reason ?? "", LIMITS.description).text || undefined;
  if (mark.finding.length > LONGEST_ID) losses.add(what, "no finding of ours has such a long id");
  else if (status === undefined) losses.add(what, "it is none of the statuses that we know");
  else if (owner === undefined || reason === undefined) losses.add(what, missing(owner, reason));
  else {
    const decision = FindingDecision.safeParse({ id: mark.finding, status, owner, reason, ...(mark.expires !== undefined && { expires: mark.expires }) });
    if (decision.success) return decision.data;
    losses.add(what, decision.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  return undefined;
};

/**
 * Decisions about our own findings that a file brings back. A status without an owner and a reason is no decision:
 * nobody is made up for it, it is told to `losses`.
 */
export const decisionsFrom = (marks: readonly OwnMark[], losses: Losses): FindingDecision[] => {
  const decisions = new Map<string, FindingDecision>();
  for (const mark of marks) {
    const decision = decisionOf(mark, losses);
    if (!decision) continue;
    const before = decisions.get(decision.id);
    if (!before && decisions.size >= LIMITS.decisions) losses.add(`the decision on ${decision.id}`, `at most ${LIMITS.decisions} decisions are read`);
    else if (!before) decisions.set(decision.id, decision);
    else if (before.status !== decision.status)
      losses.add(`the status "${mark.status!}" of the finding ${decision.id}`, `the file also says "${before.status}" for it, which counts`);
  }
  return [...decisions.values()];
};
