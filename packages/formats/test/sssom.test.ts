import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { mappingCsv, sssom } from "../src/exporters/index.js";
import { exampleJob } from "./jobs.js";

const job = exampleJob("support-assistant");
const text = String(await sssom.export(job));
const lines = text.split("\n");
const metadata = parse(
  lines
    .filter((line) => line.startsWith("#"))
    .map((line) => line.slice(1))
    .join("\n"),
) as { curie_map: Record<string, string>; [slot: string]: unknown };
const table = lines.filter((line) => !line.startsWith("#")).join("\n");
const rows = Papa.parse<Record<string, string>>(table, { header: true, delimiter: "\t", skipEmptyLines: true }).data;

/** Slots of a mapping in the order of the SSSOM model, as far as they are used here. */
const ORDER =
  "subject_id subject_label subject_category predicate_id predicate_label object_id object_label object_category mapping_justification author_id author_label subject_source object_source object_source_version mapping_date confidence see_also other comment".split(
    " ",
  );
const BUILT_IN = new Set(["owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd"]);

describe("SSSOM", () => {
  test("has the slots that a set needs, and none for what is not known", () => {
    expect(metadata["mapping_set_id"]).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(metadata["license"]).toBe("https://www.apache.org/licenses/LICENSE-2.0");
    expect(metadata["mapping_set_version"]).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
    expect(metadata).not.toHaveProperty("mapping_set_confidence");
  });
  test("has its metadata first and nothing in between", () => {
    const first = lines.findIndex((line) => !line.startsWith("#"));
    expect(lines.slice(first).some((line) => line.startsWith("#"))).toBe(false);
    expect(lines[first]!.startsWith("subject_id\t")).toBe(true);
    expect(text).not.toMatch(/\r|^\uFEFF/);
  });
  test("has every link of the knowledge, seen from each threat and mitigation", () => {
    const { threatLinks, mitigationLinks } = job.knowledge;
    expect(rows).toHaveLength([...Object.values(threatLinks), ...Object.values(mitigationLinks)].flat().length);
  });
  test("has the slots that a mapping needs, in the order of the model", () => {
    const columns = Object.keys(rows[0]!);
    expect(columns).toEqual(ORDER.filter((slot) => columns.includes(slot)));
    for (const row of rows) {
      for (const slot of ["subject_id", "object_id", "predicate_id", "comment"]) expect(row[slot]).toBeTruthy();
      expect(row["mapping_justification"]).toBe("semapv:ManualMappingCuration");
    }
  });
  test("declares the prefixes that it uses and no others", () => {
    const used = new Set(rows.flatMap((row) => [row["subject_id"]!, row["predicate_id"]!, row["object_id"]!].map((id) => id.slice(0, id.indexOf(":")))));
    expect(Object.keys(metadata.curie_map)).toEqual([...used].filter((prefix) => !BUILT_IN.has(prefix)).toSorted());
    for (const iri of Object.values(metadata.curie_map)) expect(URL.canParse(`${iri}x`)).toBe(true);
  });
  test("has identifiers that are addresses once they are written out", () => {
    for (const row of rows)
      for (const slot of ["subject_id", "object_id"]) {
        const [, prefix, local] = /^([^:]+):(.*)$/.exec(row[slot]!)!;
        expect(local).toMatch(/^[\w.:/()!*'%~-]+$/);
        expect(URL.canParse(`${metadata.curie_map[prefix!]}${local}`)).toBe(true);
      }
  });
  test("reads SKOS from our threat to the framework's item", () => {
    const link = job.knowledge.links.findIndex(({ relation }) => relation === "broad-match");
    const [threat] = Object.entries(job.knowledge.threatLinks).find(([, places]) => places.includes(link))!;
    const row = rows.find((each) => each["subject_id"] === `strideml_threat:${threat}` && each["comment"] === job.knowledge.links[link]!.rationale)!;
    expect(row["predicate_id"]).toBe("skos:broadMatch");
  });
  test("is sorted by its columns", () => {
    const keys = rows.map((row) => Object.values(row).join("\u0000"));
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
  });
  test("claims no licence for what other plugins bring", async () => {
    const plugins = [...job.knowledge.plugins, { name: "acme-mapping", version: "2.0.0", digest: "0" }];
    const other = String(await sssom.export({ ...job, knowledge: { ...job.knowledge, plugins } }));
    expect(other).toContain('#license: "https://w3id.org/sssom/license/unspecified"');
  });
  test("keeps tabs, quotes and line breaks inside their cell", async () => {
    const knowledge = structuredClone(job.knowledge);
    knowledge.links[0]!.rationale = 'a\tb\n"c" =1';
    const other = String(await sssom.export({ ...job, knowledge }));
    const body = other.slice(other.indexOf("subject_id\t"));
    const parsed = Papa.parse<Record<string, string>>(body, { header: true, delimiter: "\t", skipEmptyLines: true });
    expect(parsed.errors).toEqual([]);
    expect(parsed.data.some((row) => row["comment"] === 'a b "c" =1')).toBe(true);
  });
  test("gives the same bytes for the same knowledge", async () => expect(String(await sssom.export(exampleJob("coding-agent")))).toBe(text));
});

describe("one framework's mapping as CSV", () => {
  test.each(job.knowledge.frameworks.map(({ id }) => id))("accounts for every requirement of %s", (id) => {
    const parsed = Papa.parse<Record<string, string>>(mappingCsv(job.knowledge, id), { header: true, skipEmptyLines: true });
    const { requirements } = job.knowledge.frameworks.find((framework) => framework.id === id)!;
    const linked = new Set(job.knowledge.links.filter(({ framework }) => framework === id).map(({ requirement }) => requirement));
    expect(parsed.errors).toEqual([]);
    expect(new Set(parsed.data.map((row) => row["Requirement"]))).toEqual(new Set(requirements.filter(({ id: each, group }) => !group || linked.has(each)).map((each) => each.id)));
    expect(parsed.data.every((row) => Boolean(row["Why"]))).toBe(true);
  });
  test("is refused for a framework that is not loaded", () => expect(() => mappingCsv(job.knowledge, "none")).toThrow(/none/));
});
