import type { FindingDecision } from "@strideml/plugin-kit";
import { fieldsOf, isFields, textOf } from "./fields.js";

/** What a file carries of one of our findings. */
export interface OwnMark {
  finding: string;
  status?: string;
  owner?: string;
  reason?: string;
  expires?: string;
}

const LINE = /^[ \t]*StrideML (finding|owner|reason|expires):[ \t]*(.+?)[ \t]*$/gmu;

/** Most of a text that is searched for our lines, from its end, where they stand. */
const TAIL = 20_000;

/** Lines at the end of a text: `StrideML finding: <threat@component>`, and optionally `StrideML owner:`, `reason:` and `expires:`. */
export const markInText = (text: string): OwnMark | undefined => {
  const found = new Map<string, string>();
  for (const [, key, value] of text.slice(-TAIL).matchAll(LINE)) found.set(key!, value!);
  const finding = found.get("finding");
  return finding === undefined ? undefined : { finding, owner: found.get("owner"), reason: found.get("reason"), expires: found.get("expires") };
};

/** A mark kept as a value of its own: the id of the finding, or an object with id, owner and reason. */
export const markInValue = (value: unknown): OwnMark | undefined => {
  const fields = isFields(value) ? value : fieldsOf({ finding: value });
  const finding = textOf(fields["finding"]) ?? textOf(fields["id"]);
  return finding === undefined
    ? undefined
    : { finding, status: textOf(fields["status"]), owner: textOf(fields["owner"]), reason: textOf(fields["reason"]), expires: textOf(fields["expires"]) };
};

const STATUSES: Readonly<Record<string, FindingDecision["status"] | "open">> = {
  open: "open",
  exposed: "open",
  recommended: "open",
  identified: "open",
  partlymitigated: "open",
  threatidentified: "open",
  tbd: "open",
  mitigated: "mitigated",
  mitigate: "mitigated",
  threatresolved: "mitigated",
  accepted: "accepted",
  accept: "accepted",
  transferred: "transferred",
  avoided: "avoided",
  eliminated: "avoided",
  falsepositive: "false-positive",
  notapplicable: "false-positive",
  threatresolvednotuseful: "false-positive",
};

/** Our status for another tool's word; nothing where it is none that we know. */
export const statusOf = (word: string): FindingDecision["status"] | "open" | undefined => {
  const key = word.toLowerCase().replace(/[^a-z]/gu, "");
  return Object.hasOwn(STATUSES, key) ? STATUSES[key] : undefined;
};
