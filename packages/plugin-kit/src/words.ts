import type { ResolvedLink } from "./knowledge.js";
import type { Severity } from "./severity.js";
import type { CoverageDisposition, FindingStatus, PlannedMitigation } from "./threat-model.js";

/* How the closed lists of the contract are written in English: in reports, in registers and on the page. Exhaustive: a new value does not compile without its words. */

export const SEVERITY_WORDS: Record<Severity, string> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

export const STATUS_WORDS: Record<FindingStatus, string> = {
  open: "Open",
  "partly-mitigated": "Partly mitigated",
  mitigated: "Mitigated",
  accepted: "Accepted",
  transferred: "Transferred",
  avoided: "Avoided",
  "false-positive": "False positive",
};

export const PROGRESS_WORDS: Record<PlannedMitigation["status"], string> = {
  "in-place": "In place",
  partly: "Partly in place",
  planned: "Planned",
  "not-planned": "Not planned",
  undecided: "Not decided",
};

export const EFFORT_WORDS: Record<PlannedMitigation["effort"], string> = { S: "days", M: "weeks", L: "a project" };

export const RELATION_WORDS: Record<ResolvedLink["relation"], string> = {
  addresses: "addresses",
  tests: "tests",
  documents: "documents",
  evidences: "is evidence for",
  "exact-match": "is the same as",
  "close-match": "is much the same as",
  "broad-match": "is a case of",
  "narrow-match": "includes",
  "related-match": "uses",
};

export const DISPOSITION_WORDS: Record<CoverageDisposition, string> = {
  touched: "Touched by findings",
  "mitigations-only": "Addressed by mitigations only",
  untouched: "Not touched by this system",
  "evidence-only": "Evidence only",
  organisational: "Organisational",
  "not-applicable": "Not applicable to this system",
  "out-of-scope": "Out of scope",
  "adversary-preparation": "Adversary preparation",
  "generic-it": "Generic IT",
};
