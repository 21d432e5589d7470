import type { Knowledge, PlannedMitigation } from "@strideml/plugin-kit";

/**
 * How much of a risk a mitigation takes off once it is in place, 0-100: its effect by the weights of the score, as the mean
 * over the threats of this model that ask for it.
 */
export const riskReductionOf = ({ id, kind, findings }: PlannedMitigation, { threats, scoring }: Pick<Knowledge, "threats" | "scoring">): number => {
  const mine = new Set(findings.map((finding) => finding.split("@")[0]));
  const effects = threats.filter((threat) => mine.has(threat.id)).flatMap((threat) => threat.mitigations.filter((each) => each.id === id).map(({ effect }) => effect));
  const sum = effects.reduce((total, effect) => total + scoring.effects[kind][effect], 0);
  return effects.length === 0 ? 0 : Math.round((100 * sum) / effects.length);
};
