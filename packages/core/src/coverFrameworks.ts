import type { CoverageDisposition, Finding, Framework, FrameworkCoverage, Knowledge, PlannedMitigation, Requirement, RequirementCoverage } from "@strideml/plugin-kit";
import type { Applicable } from "./annotate.js";

/** What touches each requirement, by framework and requirement. */
type Touching = Map<string, Map<string, Set<string>>>;

const touching = (entries: Iterable<{ id: string; annotations: readonly { framework: string; requirement: string }[] }>): Touching => {
  const touched: Touching = new Map();
  for (const { id, annotations } of entries)
    for (const { framework, requirement } of annotations) {
      const ofFramework = touched.get(framework) ?? new Map<string, Set<string>>();
      touched.set(framework, ofFramework);
      const ids = ofFramework.get(requirement);
      if (ids) ids.add(id);
      else ofFramework.set(requirement, new Set([id]));
    }
  return touched;
};

/** The threats that were found, each once: all findings of a threat have the same links. */
const threatsOf = (findings: readonly Finding[]) => new Map(findings.map(({ threat, annotations }) => [threat, { id: threat, annotations }])).values();

/** Why nothing of this system touches a requirement. Where no disposition was said it is linked: mergeKnowledge sees to that. */
const reasonFor = (requirement: Requirement, framework: Framework, knowledge: Knowledge, applicable: boolean): Pick<RequirementCoverage, "disposition" | "reason"> => {
  if (!applicable) return { disposition: "not-applicable", reason: requirement.whenNot ?? "It does not concern a system with these answers." };
  const said = knowledge.dispositions[framework.id]?.[requirement.id];
  return said ? { disposition: said.disposition, reason: said.reason } : { disposition: "untouched", reason: "No threat or mitigation linked to it applies to this system." };
};

/** What this system's findings touch of every framework, what stays untouched, and why. */
export const coverFrameworks = (findings: readonly Finding[], mitigations: readonly PlannedMitigation[], knowledge: Knowledge, applicable: Applicable): FrameworkCoverage[] => {
  const threats = touching(threatsOf(findings));
  const controls = touching(mitigations);
  const cover = (framework: Framework, requirement: Requirement): RequirementCoverage => {
    const mine = [...(threats.get(framework.id)?.get(requirement.id) ?? [])].toSorted();
    const answers = [...(controls.get(framework.id)?.get(requirement.id) ?? [])].toSorted();
    if (mine.length > 0) return { requirement: requirement.id, disposition: "touched", threats: mine, mitigations: answers, reason: "Findings of this system touch it." };
    if (answers.length > 0)
      return {
        requirement: requirement.id,
        disposition: "mitigations-only",
        threats: [],
        mitigations: answers,
        reason: "Mitigations that this system's findings ask for address it.",
      };
    return { requirement: requirement.id, threats: [], mitigations: [], ...reasonFor(requirement, framework, knowledge, applicable.get(framework.id)!.has(requirement.id)) };
  };
  return knowledge.frameworks.map((framework) => {
    const coverage = framework.requirements.filter((requirement) => !requirement.group).map((requirement) => cover(framework, requirement));
    const counts: Partial<Record<CoverageDisposition, number>> = {};
    for (const { disposition } of coverage) counts[disposition] = (counts[disposition] ?? 0) + 1;
    return { id: framework.id, title: framework.title, edition: framework.edition, counts, coverage };
  });
};
