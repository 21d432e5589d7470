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
import type { FactorView, FindingRef, FindingView, LinkView } from "./View.js";

/** What several parts of a view look up. */
export interface Lookup {
  componentTitles: ReadonlyMap<string, string>;
  mitigations: ReadonlyMap<string, PlannedMitigation & { rank: number }>;
  frameworks: ReadonlyMap<string, { title: string; edition: string; requirements: ReadonlyMap<string, string> }>;
}

type Named = [id: string, Lookup["frameworks"] extends ReadonlyMap<string, infer Value> ? Value : never];

/** Tables call a framework by its short title; its own section gives title and edition in full. */
export const lookUp = (knowledge: Pick<Knowledge, "frameworks">, { architecture, mitigations, frameworks }: ThreatModel): Lookup => ({
  componentTitles: new Map(architecture.components.map((component) => [component.id, component.title])),
  mitigations: new Map(mitigations.map((mitigation, index) => [mitigation.id, { ...mitigation, rank: index + 1 }])),
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

/** A finding where others speak of it; `index` is its place in the list. */
export const refTo = ({ id, title }: Pick<Finding, "id" | "title">, index: number): FindingRef => ({ rank: String(index + 1), title, anchor: anchorOf(id) });

/** The number of a finding or a mitigation as a link to it, in Markdown. */
export const linkTo = (letter: "F" | "M", { rank, anchor }: Pick<FindingRef, "rank" | "anchor">): string => `[${letter}${rank}](#${anchor})`;

/** Likelihood and impact, and what they are made of, go from 1 to 5. */
const within = (value: number): number => Math.min(5, Math.max(1, Math.round(value * 100) / 100));

const signed = (value: number): string => (value < 0 ? `−${-value}` : `+${value}`);

/** What stands behind one name: where it starts, what changes it and by how much. */
const factorView = (name: string, [start, ...changes]: readonly Factor[]): FactorView => ({
  name,
  value: String(within(changes.reduce((sum, { value }) => sum + value, start!.value))),
  reason: [start!.reason, ...changes.map(({ value, reason }) => `${reason.replace(/\.$/, "")} (${signed(value)}).`)].join(" "),
});

const factorViews = (of: Factor["of"], { factors }: Finding): FactorView[] => {
  const names = new Map<string, Factor[]>();
  for (const factor of factors) {
    if (factor.of !== of) continue;
    const others = names.get(factor.name);
    if (others) others.push(factor);
    else names.set(factor.name, [factor]);
  }
  return [...names].map(([name, mine]) => factorView(name, mine));
};

/** The name under which the engine sums up the harms. */
const IN_ALL = "this threat";

const referenceView = (reference: Reference) => ({
  text: `${reference.authors ? `${reference.authors}: ` : ""}${reference.title}, ${reference.year}`,
  url: addressOf(reference) ?? "",
});

const linkView = (link: Finding["annotations"][number], framework: string, titles: ReadonlyMap<string, string>): LinkView => ({
  framework,
  requirement: link.requirement,
  title: titles.get(link.requirement) ?? "",
  relation: RELATION_WORDS[link.relation],
  rationale: link.rationale,
  inherited: link.inheritedFrom ? `inherited from ${link.inheritedFrom}` : "",
});

/** By framework, in the order of the frameworks: the links that are of the core of a requirement in full, the others by id. */
const linkViews = ({ annotations }: Finding, { frameworks }: Lookup): Pick<FindingView, "links" | "supporting"> => {
  const links: LinkView[] = [];
  const supporting: string[] = [];
  for (const [id, { title, requirements }] of frameworks) {
    const mine = annotations.filter((link) => link.framework === id);
    for (const link of mine) if (link.strength === "primary") links.push(linkView(link, title, requirements));
    const others = mine.filter((link) => link.strength === "supporting");
    if (others.length > 0) supporting.push(`${title}: ${others.map((link) => link.requirement).join(", ")}`);
  }
  return { links, supporting: supporting.join("; ") };
};

const mitigationRows = (finding: Finding, { mitigations }: Lookup): FindingView["mitigations"] =>
  finding.mitigations.map((id) => {
    const { rank, title, effort, owner, status } = mitigations.get(id)!;
    return { rank: String(rank), id, title, effort: EFFORT_WORDS[effort], owner, status: PROGRESS_WORDS[status], anchor: anchorOf(id) };
  });

/** One finding in final strings; `index` is its place in the list. */
export const findingView = (finding: Finding, index: number, lookup: Lookup): FindingView => {
  const harms = factorViews("impact", finding);
  return {
    ...refTo(finding, index),
    id: finding.id,
    threat: finding.threat,
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
    likelihoodFactors: factorViews("likelihood", finding),
    impactFactors: harms.filter(({ name }) => name !== IN_ALL),
    impactReason: harms.find(({ name }) => name === IN_ALL)?.reason ?? "",
    residualBecause: finding.residual.because,
    mitigations: mitigationRows(finding, lookup),
    ...linkViews(finding, lookup),
    references: finding.references.map(referenceView),
  };
};
