import { assess, buildArchitecture, identifyThreats, parseSystem, ranksOf } from "@strideml/core";
import type { Knowledge, Questionnaire, Threat } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import type { Bench } from "./Bench.js";
import { keep } from "./Unkept.js";

/** Every combination of the four answers. */
const everyProfile = ({ questions }: Knowledge): Record<string, string>[] =>
  questions
    .filter(({ id }) => id.startsWith("profile."))
    .reduce<Record<string, string>[]>(
      (made, { id, choices }) => made.flatMap((profile) => choices.map((choice) => ({ ...profile, [id.slice("profile.".length)]: choice.id }))),
      [{}],
    );

/** Whether the threat is placed on a component, looked at alone: the other threats of thousands of systems are not of interest. */
const isPlaced = (input: unknown, id: string, knowledge: Knowledge): boolean => {
  const parsed = parseSystem(input, knowledge);
  if (!parsed.ok) return false;
  const alone = { ...knowledge, threats: knowledge.threats.filter((threat) => threat.id === id) };
  return identifyThreats(parsed.value, buildArchitecture(parsed.value, knowledge), alone).placed.length > 0;
};

const happens = (id: string, { systems, knowledge }: Bench): boolean =>
  [...systems.values()].some((system) => isPlaced(system, id, knowledge())) ||
  everyProfile(knowledge()).some((profile) => isPlaced({ schemaVersion: 1, system: { name: "Any" }, profile }, id, knowledge()));

/** Conditions on refinements that have to be given are not met by any profile alone. */
const needsMore = ({ when }: Threat): boolean => JSON.stringify(when).includes("context.");

const canHappen = (threat: Threat, bench: Bench): string[] =>
  needsMore(threat) || happens(threat.id, bench) ? [] : [`${threat.id}: no answers make it appear; look at its condition, and at the kinds of component that it affects`];

const staysOpen = ({ id }: Questionnaire, bench: Bench): string[] => {
  const { questionnaires, frameworks, questions } = bench.knowledge();
  const questionnaire = questionnaires.find((each) => each.id === id)!;
  const about = frameworks.find((each) => each.id === questionnaire.framework);
  const { contradictions } = assess(questionnaire, {}, { answers: {}, ranks: ranksOf(questions) }, about);
  return contradictions.map((contradiction) => `${id}: finds a contradiction where nothing was answered: ${JSON.stringify(contradiction)}`);
};

/** Cases about single entries: that they can have an effect. */
export const nounCases = (bench: Bench): ContractCase[] => {
  const listOf = <T>(noun: string): T[] => (Array.isArray(bench.subject.plugin[noun]) && bench.problems.length === 0 ? (bench.subject.plugin[noun] as T[]) : []);
  return [
    ...listOf<Threat>("threats").map((threat) => ({ name: `threat ${threat.id}: happens to some system`, run: async () => keep(canHappen(threat, bench)) })),
    ...listOf<Questionnaire>("questionnaires").map((questionnaire) => ({
      name: `questionnaire ${questionnaire.id}: leaves open what nobody answered`,
      run: async () => keep(staysOpen(questionnaire, bench)),
    })),
  ];
};
