import { type CoverageDisposition, DISPOSITION_WORDS, type FrameworkCoverage, type Requirement, type RequirementCoverage, type ThreatModel } from "@strideml/plugin-kit";
import { scoreView } from "./findingView.js";
import type { FrameworkTexts } from "./notLoaded.js";
import { requirementViews } from "./requirementView.js";
import type { FrameworkView } from "./View.js";

const TOUCHED = new Set<CoverageDisposition>(["touched", "mitigations-only"]);

/** Whom a legal requirement binds, from when and by which route, in one line; empty where it has no dates. */
const appliesText = ({ applies }: Requirement): string =>
  applies.map(({ roles, route, from, note }) => `${roles.join(", ")}${route ? ` (${route})` : ""} from ${from}${note ? ` (${note})` : ""}`).join("; ");

const titlesOf = (ids: readonly string[], titles: ReadonlyMap<string, string>) => ids.map((id) => titles.get(id) ?? id).join("; ");

const grouped = (coverage: readonly RequirementCoverage[]): FrameworkView["rest"] => {
  const groups = new Map<string, RequirementCoverage[]>();
  for (const entry of coverage) {
    const key = `${entry.disposition}\n${entry.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((members) => ({
    disposition: DISPOSITION_WORDS[members[0]!.disposition],
    reason: members[0]!.reason,
    requirements: members.map((member) => member.requirement).join(", "),
    count: String(members.length),
  }));
};

/** Coverage of one framework in both directions, in final strings. */
export const frameworkView = (cover: FrameworkCoverage, framework: FrameworkTexts, model: ThreatModel, withRequirements = false): FrameworkView => {
  const requirements = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  const threats = new Map(model.threats.map((finding) => [finding.threat, finding.title]));
  const { title, publisher, licence, asOf, notes } = framework;
  return {
    id: cover.id,
    title,
    edition: cover.edition,
    publisher,
    licence,
    asOf,
    notes,
    requirements: withRequirements ? requirementViews(cover, framework, model) : [],
    counts: Object.entries(cover.counts).map(([disposition, count]) => ({ disposition: DISPOSITION_WORDS[disposition as CoverageDisposition], count: String(count) })),
    touched: cover.coverage
      .filter((entry) => TOUCHED.has(entry.disposition))
      .map((entry) => {
        const requirement = requirements.get(entry.requirement);
        return {
          requirement: entry.requirement,
          title: requirement?.title ?? "",
          threats: titlesOf(entry.threats, threats),
          mitigations: String(entry.mitigations.length),
          applies: requirement ? appliesText(requirement) : "",
        };
      }),
    rest: grouped(cover.coverage.filter((entry) => !TOUCHED.has(entry.disposition))),
    outside: model.threats
      .filter((finding) => !finding.annotations.some((link) => link.framework === cover.id))
      .map((finding) => ({ title: finding.title, ...scoreView(finding) })),
  };
};
