import type { FindingDecision, FindingStatus } from "@strideml/plugin-kit";
import { type Fields, textOf } from "./fields.js";

/** What a file that we wrote carries of one finding or mitigation, under names that our exporters give. */
export interface OwnMark {
  id: string;
  /** The status as the file has it now, in its tool's words. */
  word?: string;
  /** Our status when the file was written. */
  was?: string;
  /** The decision as JSON when the file was written. */
  decision?: string;
}

/** The mark of a finding or of a mitigation among custom data. */
export const markIn = (trace: Fields, kind: "finding" | "mitigation", word: string | undefined): OwnMark | undefined => {
  const id = textOf(trace[kind]);
  return id === undefined ? undefined : { id, word, was: textOf(trace["status"]), decision: textOf(trace["decision"]) };
};

const STATUSES: Readonly<Record<string, FindingDecision["status"] | "open">> = {
  open: "open",
  exposed: "open",
  recommended: "open",
  identified: "open",
  partlymitigated: "open",
  threatidentified: "open",
  tbd: "open",
  intriage: "open",
  exploitable: "open",
  mitigated: "mitigated",
  mitigate: "mitigated",
  threatresolved: "mitigated",
  resolved: "mitigated",
  accepted: "accepted",
  accept: "accepted",
  transferred: "transferred",
  avoided: "avoided",
  eliminated: "avoided",
  falsepositive: "false-positive",
  notapplicable: "false-positive",
  notaffected: "false-positive",
  threatresolvednotuseful: "false-positive",
};

/** Our status for another tool's word; nothing where it is none that we know. */
export const statusOf = (word: string): FindingDecision["status"] | "open" | undefined => {
  const key = word.toLowerCase().replace(/[^a-z]/gu, "");
  return Object.hasOwn(STATUSES, key) ? STATUSES[key] : undefined;
};

/** Whether the file still has the word that we wrote for the status. */
export const isUnchanged = ({ word, was }: OwnMark, words: Readonly<Record<string, string>>): boolean =>
  word === undefined || (was !== undefined && Object.hasOwn(words, was) && words[was as FindingStatus] === word);
