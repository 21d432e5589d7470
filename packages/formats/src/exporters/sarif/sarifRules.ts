import { type Annotation, type Finding, SEVERITIES, type Threat } from "@strideml/plugin-kit";
import { SEVERITY_WORDS_OF, securitySeverity } from "../../scales.js";
import { webAddressOf } from "../common/webAddress.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { KINDS, type TaxonFinder } from "./sarifTaxonomies.js";

/** GitHub cuts descriptions of rules at 1,024 characters and names at 255. */
const MOST_DESCRIPTION = 1024;
/** GitHub keeps at most 20 tags and shows 10. */
const MOST_TAGS = 10;

const PROBLEM_SEVERITY = { error: "error", warning: "warning", note: "recommendation" } as const;

type Text = Pick<Threat, "title" | "description" | "prerequisites" | "falsePositives" | "references">;

/** A readable name; where it would be the id but for its case, readers could not tell the two apart (SARIF1001 of Microsoft's validator). */
const nameOf = (id: string): string => {
  const words = oneLine(id, 200).split(/[^\p{L}\p{N}]+/u);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return name.toLowerCase() === id.toLowerCase() || name === "" ? `${name}Threat` : name;
};

const sections = (text: Text, mitigations: readonly string[]): [heading: string, lines: string[]][] => [
  ["How it goes", [text.description]],
  ["What it takes", [text.prerequisites]],
  ["When to dismiss it", [text.falsePositives]],
  ["What to do", mitigations.length > 0 ? mitigations.map((title) => `- ${title}`) : ["Nothing is listed for this system."]],
];

const helpOf = (text: Text, mitigations: readonly string[]): { text: string; markdown: string } => {
  const parts = sections(text, mitigations);
  const sources = text.references.map((reference) => ({ title: `${reference.title}, ${reference.year}`, address: webAddressOf(reference) }));
  return {
    text: [...parts.map(([heading, lines]) => `${heading}:\n${manyLines(lines.join("\n"))}`), ...sources.map(({ title, address }) => oneLine(`${title} ${address ?? ""}`))].join(
      "\n\n",
    ),
    markdown: [
      ...parts.map(([heading, lines]) => `## ${heading}\n\n${lines.map(markup).join("\n")}`),
      sources.map(({ title, address }) => (address ? `- [${markupLine(title)}](<${address}>)` : `- ${markupLine(title)}`)).join("\n"),
    ].join("\n\n"),
  };
};

const tagsOf = (finding: Finding, annotations: readonly Annotation[]): string[] => {
  const primary = annotations.filter(({ strength }) => strength === "primary").map(({ framework, requirement }) => oneLine(`${framework}/${requirement}`, 100));
  return [...new Set(["security", "strideml", `stride/${finding.stride}`, ...finding.alsoStride.map((stride) => `stride/${stride}`), ...primary])].slice(0, MOST_TAGS);
};

/** A rule may strike several components: what it touches is what any of its findings touches. */
const annotationsOf = (findings: readonly Finding[]): Annotation[] => [
  ...new Map(findings.flatMap(({ annotations }) => annotations).map((link) => [`${link.framework} ${link.requirement} ${link.relation}`, link])).values(),
];

const relationshipsOf = (annotations: readonly Annotation[], taxon: TaxonFinder): object[] => {
  const kinds = new Map<string, { link: Annotation; kinds: Set<string> }>();
  for (const link of annotations) {
    const key = `${link.framework} ${link.requirement}`;
    const entry = kinds.get(key) ?? { link, kinds: new Set() };
    kinds.set(key, { ...entry, kinds: entry.kinds.add(KINDS[link.relation] ?? "relevant") });
  }
  return [...kinds.values()].map((entry) => ({ target: taxon(entry.link), kinds: [...entry.kinds].sort() }));
};

const ruleOf = (id: string, findings: readonly Finding[], texts: Texts, taxon: TaxonFinder): object => {
  // The worst finding speaks for the rule: GitHub takes the severity from there.
  const worst = findings.reduce((most, each) => ((SEVERITIES.indexOf(each.severity) - SEVERITIES.indexOf(most.severity) || each.score - most.score) > 0 ? each : most));
  const text: Text = texts.threat(id) ?? worst;
  const annotations = annotationsOf(findings);
  const level = SEVERITY_WORDS_OF.sarifLevel[worst.severity];
  const helpUri = text.references.map(webAddressOf).find((address) => address !== undefined);
  const mitigations = [...new Set(findings.flatMap(({ mitigations }) => mitigations))].map((mitigation) => texts.mitigationTitle(mitigation));
  return {
    id: oneLine(id, 255),
    name: nameOf(id),
    shortDescription: { text: oneLine(text.title, MOST_DESCRIPTION) },
    fullDescription: { text: oneLine(text.description, MOST_DESCRIPTION) },
    help: helpOf(text, mitigations),
    ...(helpUri && { helpUri }),
    defaultConfiguration: { level },
    relationships: relationshipsOf(annotations, taxon),
    properties: { tags: tagsOf(worst, annotations), "security-severity": securitySeverity(worst.score, worst.severity), "problem.severity": PROBLEM_SEVERITY[level] },
  };
};

/** One rule per threat, ordered by id. */
export const rulesOf = (findings: readonly Finding[], texts: Texts, taxon: TaxonFinder): { ids: string[]; rules: object[] } => {
  const ids = [...new Set(findings.map(({ threat }) => threat))].sort();
  const of = (id: string) => findings.filter(({ threat }) => threat === id);
  return { ids, rules: ids.map((id) => ruleOf(id, of(id), texts, taxon)) };
};
