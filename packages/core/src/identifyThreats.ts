import type { Architecture, Component, Knowledge, System, Threat } from "@strideml/plugin-kit";
import { type Ranks, holds, ranksOf } from "./condition.js";

/** A threat that applies, and the component it strikes. */
export interface PlacedThreat {
  threat: Threat;
  component: Component;
}

/** The components that a threat strikes: all those of the first of its kinds that the system has. */
const struck = (threat: Threat, components: readonly Component[]): Component[] => {
  for (const kind of threat.affects) {
    const found = components.filter((component) => component.kind === kind);
    if (found.length > 0) return found;
  }
  return [];
};

const applying = (system: System, knowledge: Knowledge, ranks: Ranks) => knowledge.threats.filter((threat) => holds(threat.when, system.answers, ranks));

/**
 * Which threats apply, and on which component. `unplaced` names threats that the answers imply
 * but for which a given architecture has no component: told, so that none is lost silently.
 */
export const identifyThreats = (system: System, architecture: Architecture, knowledge: Knowledge): { placed: PlacedThreat[]; unplaced: string[] } => {
  const placed: PlacedThreat[] = [];
  const unplaced: string[] = [];
  for (const threat of applying(system, knowledge, ranksOf(knowledge.questions))) {
    const components = struck(threat, architecture.components);
    if (components.length === 0) unplaced.push(threat.id);
    placed.push(...components.map((component) => ({ threat, component })));
  }
  return { placed, unplaced };
};
