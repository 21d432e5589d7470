import { type CoverageDisposition, DISPOSITION_WORDS, type FrameworkCoverage, type Requirement, type RequirementCoverage, type ThreatModel } from "@strideml/plugin-kit";
import { anchorOf, linkTo, refTo, scoreView } from "./findingView.js";
import type { FrameworkTexts } from "./notLoaded.js";
import { requirementViews } from "./requirementView.js";
import type { FrameworkView, TouchedView } from "./View.js";

const TOUCHED = new Set<CoverageDisposition>(["touched", "mitigations-only"]);

/** Whom a legal requirement binds, from when and by which route, in one line; empty where it has no dates. */
const appliesText = ({ applies }: Pick<Requirement, "applies">): string =>
  applies.map(({ roles, route, from, note }) => `${roles.join(", ")}${route ? ` (${route})` : ""} from ${from}${note ? ` (${note})` : ""}`).join("; ");

/** Entries by what `keyOf` says of them, in the order in which they are first met. */
const groupBy = <T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const others = groups.get(keyOf(entry));
    if (others) others.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
};

const restOf = (coverage: readonly RequirementCoverage[]): FrameworkView["rest"] =>
  [...groupBy(coverage, ({ disposition }) => DISPOSITION_WORDS[disposition])].map(([disposition, members]) => ({
    disposition,
    count: String(members.length),
    reasons: [...groupBy(members, ({ reason }) => reason)].map(([reason, those]) => ({ requirements: those.map(({ requirement }) => requirement).join(", "), reason })),
  }));

/** Links to findings (by threat, as coverage names them) and to mitigations, with their places in the lists. */
interface Links {
  findings: ReadonlyMap<string, [place: number, link: string][]>;
  mitigations: ReadonlyMap<string, [place: number, link: string][]>;
}

/** The links are the same for every framework of a model. */
export const linksOf = ({ threats, mitigations }: Pick<ThreatModel, "threats" | "mitigations">): Links => {
  const findings = new Map<string, [number, string][]>();
  for (const [index, finding] of threats.entries()) {
    const link: [number, string] = [index, linkTo("F", refTo(finding, index))];
    const others = findings.get(finding.threat);
    if (others) others.push(link);
    else findings.set(finding.threat, [link]);
  }
  return { findings, mitigations: new Map(mitigations.map(({ id }, index) => [id, [[index, linkTo("M", { rank: String(index + 1), anchor: anchorOf(id) })]]])) };
};

const listed = (ids: readonly string[], links: Links["findings"]): string =>
  ids
    .flatMap((id) => links.get(id) ?? [])
    .toSorted(([a], [b]) => a - b)
    .map(([, link]) => link)
    .join(", ") || "none";

/** Letters from a to z, then aa, ab and so on. */
const letterOf = (index: number): string => (index < 26 ? "" : letterOf(Math.floor(index / 26) - 1)) + String.fromCodePoint(97 + (index % 26));

const touchedOf = (
  coverage: readonly RequirementCoverage[],
  requirements: ReadonlyMap<string, Requirement>,
  { findings, mitigations }: Links,
): Pick<FrameworkView, "touched" | "hasMitigations" | "binding"> => {
  const letters = new Map<string, string>();
  const touched = coverage.map((entry): TouchedView => {
    // The framework of a saved model may not be loaded.
    const requirement = requirements.get(entry.requirement);
    const applies = requirement ? appliesText(requirement) : "";
    if (applies !== "" && !letters.has(applies)) letters.set(applies, letterOf(letters.size));
    return {
      requirement: entry.requirement,
      title: requirement?.title ?? "",
      findingLinks: listed(entry.threats, findings),
      mitigationLinks: listed(entry.mitigations, mitigations),
      binds: letters.get(applies) ?? "",
    };
  });
  return { touched, hasMitigations: coverage.some((entry) => entry.mitigations.length > 0), binding: [...letters].map(([text, key]) => ({ key, text })) };
};

/** Coverage of one framework in both directions, in final strings. */
export const frameworkView = (cover: FrameworkCoverage, framework: FrameworkTexts, model: ThreatModel, links: Links, withRequirements = false): FrameworkView => {
  const requirements = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  const touched = cover.coverage.filter((entry) => TOUCHED.has(entry.disposition));
  const rest = cover.coverage.filter((entry) => !TOUCHED.has(entry.disposition));
  const outside = model.threats.flatMap((finding, index) =>
    finding.annotations.some((link) => link.framework === cover.id) ? [] : [{ ...refTo(finding, index), ...scoreView(finding) }],
  );
  const { title, publisher, licence, asOf, notes } = framework;
  return {
    id: cover.id,
    anchor: anchorOf(`framework-${cover.id}`),
    title,
    edition: cover.edition,
    publisher,
    licence,
    asOf,
    notes,
    requirements: withRequirements ? requirementViews(cover, framework, model) : [],
    counts: Object.entries(cover.counts).map(([disposition, count]) => ({ disposition: DISPOSITION_WORDS[disposition as CoverageDisposition], count: String(count) })),
    sums: {
      requirements: String(cover.coverage.length),
      findings: String(cover.counts.touched ?? 0),
      mitigations: String(cover.counts["mitigations-only"] ?? 0),
      rest: String(rest.length),
      outside: String(outside.length),
    },
    ...touchedOf(touched, requirements, links),
    rest: restOf(rest),
    outside,
  };
};
