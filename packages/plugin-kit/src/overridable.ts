/** Lists whose entries may be changed by another plugin than the one that brought them. */
export const OVERRIDABLE = ["scoring", "questions", "scales", "threats", "mitigations", "frameworks", "questionnaires"] as const;
