import type { FindingStatus, PlannedMitigation } from "@strideml/plugin-kit";

/**
 * How the status of a finding is written in every other tool. Ours travels beside it, because most tools have fewer.
 * OTM leaves the words free; these are the ones of its publisher's tool.
 */
export const FINDING_STATUS_OF = {
  threatDragon: {
    open: "Open",
    "partly-mitigated": "Open",
    mitigated: "Mitigated",
    accepted: "Accepted",
    transferred: "Transferred",
    avoided: "Avoided",
    "false-positive": "NotApplicable",
  },
  otm: {
    open: "exposed",
    "partly-mitigated": "partly-mitigated",
    mitigated: "mitigated",
    accepted: "accepted",
    transferred: "accepted",
    avoided: "not-applicable",
    "false-positive": "not-applicable",
  },
  cyclonedx: {
    open: "in_triage",
    "partly-mitigated": "in_triage",
    mitigated: "resolved",
    accepted: "exploitable",
    transferred: "exploitable",
    avoided: "resolved",
    "false-positive": "false_positive",
  },
  threatComposer: {
    open: "threatIdentified",
    "partly-mitigated": "threatIdentified",
    mitigated: "threatResolved",
    accepted: "threatResolved",
    transferred: "threatResolved",
    avoided: "threatResolved",
    "false-positive": "threatResolvedNotUseful",
  },
} as const satisfies Record<string, Record<FindingStatus, string>>;

/** How the status of a mitigation is written in every other tool. */
export const MITIGATION_STATUS_OF = {
  otm: { "in-place": "implemented", partly: "required", planned: "required", "not-planned": "rejected", undecided: "recommended" },
  threatComposer: {
    "in-place": "mitigationResolved",
    partly: "mitigationInProgress",
    planned: "mitigationIdentified",
    "not-planned": "mitigationResolvedWillNotAction",
    undecided: "mitigationIdentified",
  },
  tmLibrary: { "in-place": "active", partly: "approved", planned: "scheduled", "not-planned": "wont_do", undecided: "suggested" },
} as const satisfies Record<string, Record<PlannedMitigation["status"], string>>;

/** The status of a mitigation in words, for texts. */
export const MITIGATION_STATUS_WORDS = {
  "in-place": "in place",
  partly: "partly in place",
  planned: "planned",
  "not-planned": "not planned",
  undecided: "undecided",
} as const satisfies Record<PlannedMitigation["status"], string>;
