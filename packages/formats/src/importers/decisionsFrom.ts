import { FindingDecision, MitigationDecision } from "@strideml/plugin-kit";
import { oneLine } from "./cleanText.js";
import { jsonIn } from "./jsonIn.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { isUnchanged, type OwnMark, statusOf } from "./ownMarks.js";

interface Kind<Decision> {
  /** What a decision is about, for losses. */
  what: "finding" | "mitigation";
  schema: { safeParse: (value: unknown) => { success: boolean; data?: Decision } };
  /** Words of the tool for our statuses. */
  words: Readonly<Record<string, string>>;
  /** What a status that was changed in the tool becomes, or why it becomes nothing. */
  changed: (mark: OwnMark) => Decision | string | undefined;
}

const decisionIn = <Decision>({ id, decision }: OwnMark, { schema }: Kind<Decision>): Decision | undefined => {
  const value = jsonIn(decision);
  const parsed = schema.safeParse(value !== null && typeof value === "object" ? { ...value, id } : undefined);
  return parsed.success ? parsed.data : undefined;
};

const fromMark = <Decision>(mark: OwnMark, kind: Kind<Decision>, losses: Losses): Decision | undefined => {
  const name = oneLine(mark.id, LIMITS.name).text;
  if (isUnchanged(mark, kind.words)) {
    const decision = decisionIn(mark, kind);
    if (mark.decision !== undefined && decision === undefined) losses.add(`the decision on the ${kind.what} ${name}`, "it is not as it was written");
    return decision;
  }
  const changed = kind.changed(mark);
  if (typeof changed !== "string") return changed;
  losses.add(`the status "${oneLine(mark.word ?? "", 60).text}" of the ${kind.what} ${name}`, changed);
  return undefined;
};

/** At most one decision about each; a second one that says otherwise is told. */
const eachOnce = <Decision extends { id: string; status: string }>(marks: readonly OwnMark[], kind: Kind<Decision>, losses: Losses): Decision[] => {
  const decisions = new Map<string, Decision>();
  for (const mark of marks) {
    const decision = fromMark(mark, kind, losses);
    if (!decision) continue;
    const before = decisions.get(decision.id);
    if (!before && decisions.size >= LIMITS.decisions) losses.add(`the decision on ${decision.id}`, `at most ${LIMITS.decisions} decisions are read`);
    else if (!before) decisions.set(decision.id, decision);
    else if (before.status !== decision.status) losses.add(`the status "${decision.status}" of ${decision.id}`, `the file also says "${before.status}" for it, which counts`);
  }
  return [...decisions.values()];
};

/** A status without an owner and a reason is no decision: nobody is made up for it. */
const changedFinding = (mark: OwnMark): FindingDecision | string | undefined => {
  const status = statusOf(mark.word ?? "");
  if (status === undefined) return "it is none of the statuses that we know";
  if (status !== "open") return `a decision needs an owner and a reason, and the file has neither; write it under decisions as ${status}`;
  return mark.decision === undefined ? undefined : "the decision that was there is taken back with it";
};

/** Decisions about findings that a file of ours brings back. */
export const findingDecisions = (marks: readonly OwnMark[], words: Readonly<Record<string, string>>, losses: Losses): FindingDecision[] =>
  eachOnce(marks, { what: "finding", schema: FindingDecision, words, changed: changedFinding }, losses);

/** Decisions about mitigations that a file of ours brings back; a changed status needs nobody's name. */
export const mitigationDecisions = (marks: readonly OwnMark[], words: Readonly<Record<string, string>>, losses: Losses): MitigationDecision[] => {
  const changed = ({ id, word }: OwnMark): MitigationDecision | string | undefined => {
    const status = Object.entries(words).find(([, tool]) => tool === word)?.[0];
    if (status === undefined) return "it is none of the statuses that we know";
    const parsed = MitigationDecision.safeParse({ id, status });
    return parsed.success ? parsed.data : undefined;
  };
  return eachOnce(marks, { what: "mitigation", schema: MitigationDecision, words, changed }, losses);
};
