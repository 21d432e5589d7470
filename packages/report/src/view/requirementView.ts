import {
  DISPOSITION_WORDS,
  EFFORT_WORDS,
  type FrameworkCoverage,
  type PlannedMitigation,
  PROGRESS_WORDS,
  type Requirement,
  type RequirementCoverage,
  type ThreatModel,
} from "@strideml/plugin-kit";
import type { FrameworkTexts } from "./notLoaded.js";
import type { RequirementView } from "./View.js";

const stateOf = (inPlace: number, partly: number, planned: number, total: number): string => {
  if (total === 0) return "";
  if (inPlace === total) return "In place";
  if (inPlace + partly > 0) return "Partly in place";
  return planned > 0 ? "Planned" : "Nothing in place";
};

/** What is still to be done before all that the model asks for is in place. */
const gapOf = (measures: readonly PlannedMitigation[]): string => {
  const open = measures.filter(({ status }) => status !== "in-place");
  return open.map(({ title }) => title).join("; ");
};

const requirementView = (
  entry: RequirementCoverage,
  requirement: Requirement,
  group: string,
  model: ThreatModel,
  measures: ReadonlyMap<string, PlannedMitigation>,
): RequirementView => {
  const findings = model.threats.filter(({ threat }) => entry.threats.includes(threat));
  const mine = entry.mitigations.flatMap((id) => measures.get(id) ?? []);
  const count = (status: PlannedMitigation["status"]) => mine.filter((each) => each.status === status).length;
  return {
    requirement: entry.requirement,
    kind: requirement.kind,
    title: requirement.title,
    group,
    disposition: DISPOSITION_WORDS[entry.disposition],
    applies: entry.disposition === "touched" || entry.disposition === "mitigations-only",
    reason: entry.reason,
    findings: String(findings.length),
    titles: [...new Set(findings.map(({ title }) => title))].join("; "),
    highest: findings.length === 0 ? "" : String(Math.max(...findings.map(({ score }) => score))),
    mitigations: mine.map(({ title, status, owner, effort, decision }) => ({
      title,
      status: PROGRESS_WORDS[status],
      owner: decision?.owner ?? owner,
      effort: EFFORT_WORDS[effort],
    })),
    inPlace: String(count("in-place")),
    planned: String(count("planned")),
    total: String(mine.length),
    owners: [...new Set(mine.map(({ owner, decision }) => decision?.owner ?? owner))].join(", "),
    state: stateOf(count("in-place"), count("partly"), count("planned"), mine.length),
    gap: gapOf(mine),
  };
};

/** Every requirement of a framework that is no heading, with what bears on it. */
export const requirementViews = (cover: FrameworkCoverage, framework: FrameworkTexts, model: ThreatModel): RequirementView[] => {
  const requirements = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  const measures = new Map(model.mitigations.map((mitigation) => [mitigation.id, mitigation]));
  return cover.coverage.flatMap((entry) => {
    const requirement = requirements.get(entry.requirement);
    if (!requirement || requirement.group) return [];
    const parent = requirement.parent === undefined ? undefined : requirements.get(requirement.parent);
    return [requirementView(entry, requirement, parent ? `${parent.id} ${parent.title}` : "", model, measures)];
  });
};
