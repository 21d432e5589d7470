import type { FindingStatus, PlannedMitigation, Severity } from "@strideml/plugin-kit";

/** How the closed lists are written in a register. Exhaustive: a new value does not compile without its words. */
export const SEVERITY: Record<Severity, string> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

export const FINDING_STATUS: Record<FindingStatus, string> = {
  open: "Open",
  "partly-mitigated": "Partly mitigated",
  mitigated: "Mitigated",
  accepted: "Accepted",
  transferred: "Transferred",
  avoided: "Avoided",
  "false-positive": "False positive",
};

export const PROGRESS: Record<PlannedMitigation["status"], string> = {
  "in-place": "In place",
  partly: "Partly in place",
  planned: "Planned",
  "not-planned": "Not planned",
  undecided: "Not decided",
};
