// The closed lists of the contract, each once: schemas of both forms of zod and types are made of them.

export const SHAPES = ["process", "store", "actor"] as const;
export const EFFORTS = ["S", "M", "L"] as const;
/** Whether a mitigation keeps the attack from working, shows it, or limits what follows. */
export const MITIGATION_KINDS = ["prevents", "detects", "responds"] as const;
/** How far a mitigation is carried out, where that was decided. */
export const PROGRESS = ["in-place", "partly", "planned", "not-planned"] as const;
/** What can be decided about a finding. */
export const FINDING_DECISIONS = ["mitigated", "accepted", "transferred", "avoided", "false-positive"] as const;
export const FINDING_STATUSES = ["open", "partly-mitigated", ...FINDING_DECISIONS] as const;
export const REFERENCE_KINDS = ["paper", "incident", "standard", "advisory", "article", "tool"] as const;
export const RELATIONS = ["addresses", "tests", "documents", "evidences", "exact-match", "close-match", "broad-match", "narrow-match", "related-match"] as const;
export const STRENGTHS = ["primary", "supporting"] as const;
export const AUTHORITIES = ["owner-final", "government", "community", "product"] as const;
/** Why a requirement has no link. */
export const DISPOSITIONS = ["evidence-only", "organisational", "not-applicable", "out-of-scope", "adversary-preparation", "generic-it"] as const;
/** Why a requirement is or is not touched by a system's findings. */
export const COVERAGE_DISPOSITIONS = ["touched", "mitigations-only", "untouched", ...DISPOSITIONS] as const;
