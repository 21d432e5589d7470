import type { Knowledge, ResolvedLink } from "@strideml/plugin-kit";
import { safeLine } from "../text/safeText.js";
import { curie, prefixOf } from "./prefixes.js";

/** Columns in the order in which the model of SSSOM lists its slots. */
export const COLUMNS = [
  "subject_id",
  "subject_label",
  "subject_category",
  "predicate_id",
  "object_id",
  "object_label",
  "mapping_justification",
  "author_label",
  "object_source_version",
  "other",
  "comment",
] as const;

export type MappingRow = Record<(typeof COLUMNS)[number], string>;

const SKOS: Partial<Record<ResolvedLink["relation"], string>> = {
  "exact-match": "skos:exactMatch",
  "close-match": "skos:closeMatch",
  "broad-match": "skos:broadMatch",
  "narrow-match": "skos:narrowMatch",
  "related-match": "skos:relatedMatch",
};

const AUTHORS: Record<ResolvedLink["authority"], string> = {
  product: "the mapping's maintainers",
  community: "community",
  government: "government",
  "owner-final": "owner of the framework",
};

/** Values in a list are parted by bars. */
const inList = (text: string): string => text.replace(/[\\|]/g, "\\$&");

const rowOf = (category: "threat" | "mitigation", entry: { id: string; title: string }, link: ResolvedLink, label: string): MappingRow => ({
  subject_id: curie(`strideml_${category}`, entry.id),
  subject_label: safeLine(entry.title),
  subject_category: category,
  predicate_id: SKOS[link.relation] ?? curie("strideml_relation", link.relation),
  object_id: curie(prefixOf(link.framework), link.requirement),
  object_label: safeLine(label),
  mapping_justification: "semapv:ManualMappingCuration",
  author_label: AUTHORS[link.authority],
  object_source_version: safeLine(link.edition),
  other: [`authority=${link.authority}`, `strength=${link.strength}`, `source=${safeLine(link.source)}`].map(inList).join("|"),
  comment: safeLine(link.rationale),
});

const inOrder = (a: MappingRow, b: MappingRow): number => {
  const column = COLUMNS.find((name) => a[name] !== b[name]);
  return column === undefined ? 0 : a[column] < b[column] ? -1 : 1;
};

/** Every link of the knowledge, from our threat or mitigation to the framework's requirement, in the order of all columns. */
export const mappingRows = (knowledge: Knowledge): MappingRow[] => {
  const labels = new Map(knowledge.frameworks.flatMap(({ id, requirements }) => requirements.map((each): [string, string] => [`${id}\n${each.id}`, each.title])));
  const rowsOf = (category: "threat" | "mitigation", entries: readonly { id: string; title: string }[], places: Record<string, number[]>) =>
    entries.flatMap((entry) =>
      (places[entry.id] ?? []).map((place) => {
        const link = knowledge.links[place]!;
        return rowOf(category, entry, link, labels.get(`${link.framework}\n${link.requirement}`) ?? link.requirement);
      }),
    );
  return [...rowsOf("threat", knowledge.threats, knowledge.threatLinks), ...rowsOf("mitigation", knowledge.mitigations, knowledge.mitigationLinks)].toSorted(inOrder);
};
