import { type Finding, type Knowledge, type Mitigation, type PlannedMitigation, type System, type Threat, riskOf } from "@strideml/plugin-kit";
import { type Applicable, annotate } from "./annotate.js";
import { withMitigation } from "./residualRisk.js";
import { canonicalIds } from "./resolveLinks.js";

const CLOSED = new Set<Finding["status"]>(["avoided", "false-positive", "mitigated"]);

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** Points of risk that a mitigation, put fully in place now, would take off one finding's residual. */
const removes = (mitigation: Mitigation, finding: Finding, threats: ReadonlyMap<string, Threat>, knowledge: Knowledge): number => {
  if (CLOSED.has(finding.status)) return 0;
  const { effect } = threats.get(finding.threat)!.mitigations.find(({ id }) => id === mitigation.id || mitigation.aliases.includes(id))!;
  const after = withMitigation(finding.residual, { mitigation, effect, status: "in-place" }, knowledge);
  return riskOf(finding.residual.likelihood, finding.residual.impact) - riskOf(after.likelihood, after.impact);
};

const byValue =
  ({ effort }: Knowledge["scoring"]) =>
  (a: PlannedMitigation, b: PlannedMitigation) =>
    b.riskRemoved / effort[b.effort] - a.riskRemoved / effort[a.effort] || (a.id < b.id ? -1 : 1);

/** The backlog: every mitigation that a finding asks for, ordered by risk removed per effort; those in place come last. */
export const planMitigations = (findings: readonly Finding[], system: System, knowledge: Knowledge, applicable: Applicable): PlannedMitigation[] => {
  const names = canonicalIds(knowledge.mitigations);
  const threats = new Map(knowledge.threats.map((threat) => [threat.id, threat]));
  const decisions = new Map(system.decisions.mitigations.map((decision) => [names.get(decision.id) ?? decision.id, decision]));
  const asked = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const id of finding.mitigations) {
      const others = asked.get(id);
      if (others) others.push(finding);
      else asked.set(id, [finding]);
    }
  return knowledge.mitigations
    .filter((mitigation) => asked.has(mitigation.id))
    .map((mitigation): PlannedMitigation => {
      const mine = asked.get(mitigation.id)!;
      const decision = decisions.get(mitigation.id);
      const { id, title, effort, owner, stage, kind } = mitigation;
      const status = decision?.status ?? "undecided";
      const riskRemoved = status === "in-place" ? 0 : oneDecimal(mine.reduce((sum, finding) => sum + removes(mitigation, finding, threats, knowledge), 0));
      const annotations = annotate(knowledge.mitigationLinks[id], knowledge, applicable).map(({ framework, requirement, relation }) => ({ framework, requirement, relation }));
      return { id, title, effort, owner, stage, kind, status, findings: mine.map((finding) => finding.id), riskRemoved, annotations, ...(decision && { decision }) };
    })
    .toSorted(byValue(knowledge.scoring));
};
