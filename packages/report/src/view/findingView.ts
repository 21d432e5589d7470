import {
  addressOf,
  EFFORT_WORDS,
  type Factor,
  type Finding,
  type Knowledge,
  type PlannedMitigation,
  PROGRESS_WORDS,
  type Reference,
  RELATION_WORDS,
  type Severity,
  SEVERITY_WORDS,
  STATUS_WORDS,
  STRIDE_TITLES,
  type ThreatModel,
} from "@strideml/plugin-kit";
import type { FactorView, FindingView, LinkView } from "./View.js";

/** What several parts of a view look up. */
export interface Lookup {
  componentTitles: ReadonlyMap<string, string>;
  mitigations: ReadonlyMap<string, PlannedMitigation>;
  frameworks: ReadonlyMap<string, { title: string; edition: string; requirements: ReadonlyMap<string, string> }>;
}

type Named = [id: string, Lookup["frameworks"] extends ReadonlyMap<string, infer Value> ? Value : never];

/** Tables call a framework by its short title; its own section gives title and edition in full. */
export const lookUp = (knowledge: Pick<Knowledge, "frameworks">, { architecture, mitigations, frameworks }: ThreatModel): Lookup => ({
  componentTitles: new Map(architecture.components.map((component) => [component.id, component.title])),
  mitigations: new Map(mitigations.map((mitigation) => [mitigation.id, mitigation])),
  frameworks: new Map([
    // First what the model itself says: some of its frameworks may not be loaded.
    ...frameworks.map(({ id, title, edition }): Named => [id, { title, edition, requirements: new Map() }]),
    ...knowledge.frameworks.map(({ id, title, shortTitle = title, edition, requirements }): Named => [
      id,
      { title: shortTitle, edition, requirements: new Map(requirements.map((r) => [r.id, r.title])) },
    ]),
  ]),
});

/** Anchors keep to letters, digits and hyphens, so that they work in every format. */
export const anchorOf = (id: string): string => id.replace(/[^a-z0-9]+/g, "-");

export const scoreView = ({ score, severity }: { score: number; severity: Severity }) => ({ score: String(score), severity: SEVERITY_WORDS[severity] });

const factorView = ({ name, value, change, reason }: Factor): FactorView => ({ name, value: change && value >= 0 ? `+${value}` : String(value), reason });

const referenceView = (reference: Reference) => ({
  text: `${reference.authors ? `${reference.authors}: ` : ""}${reference.title}, ${reference.year}`,
  url: addressOf(reference) ?? "",
});

const linkView = (link: Finding["annotations"][number], titles: ReadonlyMap<string, string>): LinkView => ({
  requirement: link.requirement,
  title: titles.get(link.requirement) ?? "",
  relation: RELATION_WORDS[link.relation],
  rationale: link.rationale,
  inherited: link.inheritedFrom ? `inherited from ${link.inheritedFrom}` : "",
});

const annotationViews = (finding: Finding, { frameworks }: Lookup): FindingView["annotations"] =>
  [...frameworks].flatMap(([id, { title, edition, requirements }]) => {
    const links = finding.annotations.filter((link) => link.framework === id);
    if (links.length === 0) return [];
    const primary = links.filter((link) => link.strength === "primary").map((link) => linkView(link, requirements));
    const supporting = links.filter((link) => link.strength === "supporting").map((link) => link.requirement);
    return [{ framework: title, edition, primary, supporting: supporting.join(", ") }];
  });

const mitigationRows = (finding: Finding, { mitigations }: Lookup): FindingView["mitigations"] =>
  finding.mitigations.map((id) => {
    const { title, effort, owner, status } = mitigations.get(id)!;
    return { id, title, effort: EFFORT_WORDS[effort], owner, status: PROGRESS_WORDS[status], anchor: anchorOf(id) };
  });

/** One finding in final strings. */
export const findingView = (finding: Finding, rank: number, lookup: Lookup): FindingView => ({
  rank: String(rank),
  id: finding.id,
  threat: finding.threat,
  anchor: anchorOf(finding.id),
  title: finding.title,
  component: lookup.componentTitles.get(finding.component) ?? finding.component,
  category: STRIDE_TITLES[finding.stride],
  alsoTouches: finding.alsoStride.map((stride) => STRIDE_TITLES[stride]).join(", "),
  ...scoreView(finding),
  likelihood: finding.likelihood.toFixed(1),
  impact: finding.impact.toFixed(1),
  residual: scoreView(finding.residual),
  status: STATUS_WORDS[finding.status],
  stage: finding.stage,
  paragraphs: finding.description.split(/\n{2,}/),
  prerequisites: finding.prerequisites,
  falsePositives: finding.falsePositives,
  likelihoodFactors: finding.factors.filter((factor) => factor.of === "likelihood").map(factorView),
  impactFactors: finding.factors.filter((factor) => factor.of === "impact").map(factorView),
  residualBecause: finding.residual.because,
  mitigations: mitigationRows(finding, lookup),
  annotations: annotationViews(finding, lookup),
  references: finding.references.map(referenceView),
});
