import { defineExporter, type Knowledge } from "@strideml/plugin-kit";
import Papa from "papaparse";
import { uuidOf } from "../uuidOf.js";
import { COLUMNS, mappingRows, type MappingRow } from "./sssom/mappingRows.js";
import { frameworkPrefix, OWN, type Prefixes } from "./sssom/prefixes.js";

const OURS = "https://www.apache.org/licenses/LICENSE-2.0";
/** What SSSOM has for sets of which no licence is known, such as those with plugins of others. */
const UNKNOWN = "https://w3id.org/sssom/license/unspecified";

/** Only what is used, by name. */
const prefixesOf = (knowledge: Knowledge, rows: readonly MappingRow[]): Prefixes => {
  const used = new Set(rows.flatMap(({ subject_id, predicate_id, object_id }) => [subject_id, predicate_id, object_id].map((id) => id.slice(0, id.indexOf(":")))));
  const known: Prefixes = { ...Object.fromEntries(knowledge.frameworks.map(frameworkPrefix)), ...OWN };
  return Object.fromEntries(
    Object.entries(known)
      .filter(([prefix]) => used.has(prefix))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** One version where all plugins agree, and a part that changes with any of their contents. */
const versionOf = ({ plugins }: Knowledge): string => {
  const versions = [...new Set(plugins.map(({ version }) => version))];
  return `${versions.length === 1 ? versions[0]! : "0.0.0"}+${uuidOf("mapping set", ...plugins.flatMap(({ name, version, digest }) => [name, version, digest])).slice(0, 8)}`;
};

/** Every string in double quotes, which YAML reads as JSON does. */
const header = (knowledge: Knowledge, prefixes: Prefixes): string[] => {
  const { plugins } = knowledge;
  const slots: [string, string][] = [
    ["mapping_set_id", `urn:uuid:${uuidOf("mapping set", ...plugins.map(({ name }) => name))}`],
    ["mapping_set_version", versionOf(knowledge)],
    ["mapping_set_title", "StrideML: threats and mitigations of machine-learning systems, mapped to frameworks"],
    ["mapping_set_description", `Every link of the loaded knowledge: ${plugins.map(({ name, version }) => `${name} ${version}`).join(", ")}.`],
    ["license", plugins.every(({ name }) => name.startsWith("@strideml/")) ? OURS : UNKNOWN],
  ];
  return [
    "#curie_map:",
    ...Object.entries(prefixes).map(([prefix, iri]) => `#  ${prefix}: ${JSON.stringify(iri)}`),
    ...slots.map(([slot, value]) => `#${slot}: ${JSON.stringify(value)}`),
  ];
};

/**
 * All links between our threats and mitigations and the requirements of frameworks, for tools of mapping and ontology.
 * Subjects are ours, objects the framework's; likeness is in SKOS, and what SKOS has no word for is in a vocabulary of our own.
 * No confidence is given, because none was measured. Source: SSSOM 1.0, its data model and its TSV format.
 */
export const sssom = defineExporter({
  id: "sssom",
  title: "Mappings to frameworks, SSSOM",
  extension: "sssom.tsv",
  mediaType: "text/tab-separated-values",
  deterministic: true,
  export: ({ knowledge }) => {
    const rows = mappingRows(knowledge);
    const table = Papa.unparse([[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column]))], { delimiter: "\t", newline: "\n" });
    return `${[...header(knowledge, prefixesOf(knowledge, rows)), table].join("\n")}\n`;
  },
});
