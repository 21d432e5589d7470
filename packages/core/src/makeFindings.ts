import { type Finding, type Knowledge, type System, type Threat, riskOf, toScore } from "@strideml/plugin-kit";
import { type Applicable, annotate } from "./annotate.js";
import { type Ranks, holds, ranksOf } from "./condition.js";
import { decideFinding } from "./decideFinding.js";
import { describeThreat } from "./describeThreat.js";
import type { PlacedThreat } from "./identifyThreats.js";
import { type AppliedMitigation, residualRisk } from "./residualRisk.js";
import { canonicalIds, currentFindingId } from "./resolveLinks.js";
import { type Rating, scoreFinding } from "./scoreFinding.js";

/** What is looked up once for all findings of a system. */
interface Lookup {
  system: System;
  knowledge: Knowledge;
  ranks: Ranks;
  applicable: Applicable;
  /** Every id and alias of a mitigation to its present id. */
  mitigationIds: Map<string, string>;
  statuses: Map<string, AppliedMitigation["status"]>;
  mitigations: Map<string, AppliedMitigation["mitigation"]>;
  decisions: Map<string, System["decisions"]["findings"][number]>;
  date?: string;
}

const lookUp = (system: System, knowledge: Knowledge, applicable: Applicable, date?: string): Lookup => {
  const ranks = ranksOf(knowledge.questions);
  const names = canonicalIds(knowledge.mitigations);
  const threats = canonicalIds(knowledge.threats);
  return {
    system,
    knowledge,
    ranks,
    applicable,
    mitigationIds: names,
    statuses: new Map(system.decisions.mitigations.map((decision) => [names.get(decision.id) ?? decision.id, decision.status])),
    mitigations: new Map(knowledge.mitigations.map((mitigation) => [mitigation.id, mitigation])),
    decisions: new Map(system.decisions.findings.map((decision) => [currentFindingId(decision.id, threats), decision])),
    date,
  };
};

const appliedTo = (threat: Threat, { mitigationIds, mitigations, statuses, system, ranks }: Lookup): AppliedMitigation[] =>
  threat.mitigations.flatMap(({ id, effect }) => {
    const mitigation = mitigations.get(mitigationIds.get(id)!)!;
    return holds(mitigation.when, system.answers, ranks) ? [{ mitigation, effect, status: statuses.get(mitigation.id) ?? "undecided" }] : [];
  });

/** What is the same for a threat on every component of a system: worked out once. */
interface RatedThreat {
  rating: Rating;
  applied: AppliedMitigation[];
  shared: Pick<Finding, "threat" | "stride" | "alsoStride" | "title" | "description" | "prerequisites" | "falsePositives" | "stage" | "references" | "annotations" | "mitigations">;
}

const rateThreat = (threat: Threat, lookup: Lookup): RatedThreat => {
  const { system, knowledge, ranks } = lookup;
  const applied = appliedTo(threat, lookup);
  const { stride, alsoStride, title, prerequisites, falsePositives, stage, references } = threat;
  return {
    rating: scoreFinding(threat, system.answers, knowledge, ranks),
    applied,
    shared: {
      threat: threat.id,
      stride,
      alsoStride,
      title,
      description: describeThreat(threat, system.answers, ranks),
      prerequisites,
      falsePositives,
      stage,
      references,
      annotations: annotate(knowledge.threatLinks[threat.id], knowledge, lookup.applicable),
      mitigations: applied.map((each) => each.mitigation.id),
    },
  };
};

const place = ({ rating, applied, shared }: RatedThreat, component: string, { knowledge, decisions, date }: Lookup): Finding => {
  const id = `${shared.threat}@${component}`;
  const remaining = residualRisk(rating, applied, knowledge);
  const { status, residual, decision } = decideFinding(remaining, applied, decisions.get(id), knowledge.scoring, date);
  return { id, component, ...shared, ...toScore(riskOf(rating.likelihood, rating.impact), knowledge.scoring.bands), ...rating, residual, status, ...(decision && { decision }) };
};

/** Highest score first; within a score the higher risk, then the greater likelihood, then by id. */
const byUrgency = (a: Finding, b: Finding) => b.score - a.score || b.likelihood * b.impact - a.likelihood * a.impact || b.likelihood - a.likelihood || (a.id < b.id ? -1 : 1);

/**
 * Scores, mitigates, decides and annotates every placed threat.
 * @param applicable requirements that can concern the system, from `applicableRequirements`
 */
export const makeFindings = (placed: readonly PlacedThreat[], system: System, knowledge: Knowledge, applicable: Applicable, date?: string): Finding[] => {
  const lookup = lookUp(system, knowledge, applicable, date);
  const rated = new Map<string, RatedThreat>();
  return placed
    .map(({ threat, component }) => {
      const known = rated.get(threat.id) ?? rateThreat(threat, lookup);
      rated.set(threat.id, known);
      return place(known, component.id, lookup);
    })
    .toSorted(byUrgency);
};
