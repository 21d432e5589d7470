import type { CoverageDisposition, Finding, Framework, FrameworkCoverage, Knowledge, PlannedMitigation, Requirement, RequirementCoverage } from "@strideml/plugin-kit";

type Touching = Map<string, Set<string>>;

const note = (touching: Touching, key: string, id: string) => {
  const known = touching.get(key);
  if (known) known.add(id);
  else touching.set(key, new Set([id]));
};

/** Which of this system's threats and mitigations touch each requirement, as `framework requirement`. */
const touched = (findings: readonly Finding[], mitigations: readonly PlannedMitigation[]): { threats: Touching; controls: Touching } => {
  const threats: Touching = new Map();
  const controls: Touching = new Map();
  for (const finding of findings) for (const link of finding.annotations) note(threats, `${link.framework} ${link.requirement}`, finding.threat);
  for (const mitigation of mitigations) for (const link of mitigation.annotations) note(controls, `${link.framework} ${link.requirement}`, mitigation.id);
  return { threats, controls };
};

/** Why nothing of this system touches a requirement. Where no disposition was said it is linked: mergeKnowledge sees to that. */
const reasonFor = (requirement: Requirement, framework: Framework, knowledge: Knowledge, applicable: boolean): Pick<RequirementCoverage, "disposition" | "reason"> => {
  if (!applicable) return { disposition: "not-applicable", reason: requirement.whenNot ?? "It does not concern a system with these answers." };
  const said = knowledge.dispositions[framework.id]?.[requirement.id];
  return said ? { disposition: said.disposition, reason: said.reason } : { disposition: "untouched", reason: "No threat or mitigation linked to it applies to this system." };
};

/** What this system's findings touch of every framework, what stays untouched, and why. */
export const coverFrameworks = (
  findings: readonly Finding[],
  mitigations: readonly PlannedMitigation[],
  knowledge: Knowledge,
  applicable: ReadonlySet<string>,
): FrameworkCoverage[] => {
  const { threats, controls } = touched(findings, mitigations);
  const cover = (framework: Framework, requirement: Requirement): RequirementCoverage => {
    const key = `${framework.id} ${requirement.id}`;
    const mine = [...(threats.get(key) ?? [])].toSorted();
    const answers = [...(controls.get(key) ?? [])].toSorted();
    if (mine.length > 0) return { requirement: requirement.id, disposition: "touched", threats: mine, mitigations: answers, reason: "Findings of this system touch it." };
    if (answers.length > 0)
      return {
        requirement: requirement.id,
        disposition: "mitigations-only",
        threats: [],
        mitigations: answers,
        reason: "Mitigations that this system's findings ask for address it.",
      };
    return { requirement: requirement.id, threats: [], mitigations: [], ...reasonFor(requirement, framework, knowledge, applicable.has(key)) };
  };
  return knowledge.frameworks.map((framework) => {
    const coverage = framework.requirements.filter((requirement) => !requirement.group).map((requirement) => cover(framework, requirement));
    const counts: Partial<Record<CoverageDisposition, number>> = {};
    for (const { disposition } of coverage) counts[disposition] = (counts[disposition] ?? 0) + 1;
    return { id: framework.id, title: framework.title, edition: framework.edition, counts, coverage };
  });
};
