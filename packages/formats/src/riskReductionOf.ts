import type { Knowledge, PlannedMitigation } from "@strideml/plugin-kit";

/** An entry's present id and its earlier ones, by any of which others may name it. */
const namesOf = ({ id, aliases }: { id: string; aliases: readonly string[] }): string[] => [id, ...aliases];

/**
 * How much of a risk a mitigation takes off once it is in place, 0-100: its effect by the weights of the score, as the mean
 * over the threats of this model that ask for it.
 */
export const riskReductionOf = ({ id, kind, findings }: PlannedMitigation, { threats, mitigations, scoring }: Pick<Knowledge, "threats" | "mitigations" | "scoring">): number => {
  const mine = new Set(findings.map((finding) => finding.split("@")[0]));
  const names = mitigations.map(namesOf).find((each) => each.includes(id)) ?? [id];
  const effects = threats
    .filter((threat) => namesOf(threat).some((name) => mine.has(name)))
    .flatMap((threat) => threat.mitigations.filter((each) => names.includes(each.id)).map(({ effect }) => effect));
  const sum = effects.reduce((total, effect) => total + scoring.effects[kind][effect], 0);
  return effects.length === 0 ? 0 : Math.round((100 * sum) / effects.length);
};
