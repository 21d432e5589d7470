import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { dot, mermaid, svg } from "../src/exporters/index.js";
import { EXAMPLES } from "./examples.js";
import { HOSTILE, hostileJob, exampleJob } from "./jobs.js";

/** Text between double quotes, with escapes left out, so that only the structure remains. */
const structure = (text: string) => text.replace(/"(?:[^"\\]|\\[^])*"/g, '""');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe.each([
  ["Mermaid", mermaid],
  ["Graphviz", dot],
  ["SVG", svg],
])("%s", (_, exporter) => {
  test("gives the same bytes for the same model", async () => expect(await exporter.export(exampleJob("coding-agent"))).toBe(await exporter.export(exampleJob("coding-agent"))));
  test.each(HOSTILE)("has the same structure whatever a user writes: %j", async (text) => {
    const [plain, hostile] = [String(await exporter.export(hostileJob("x"))), String(await exporter.export(hostileJob(text)))];
    if (exporter === svg) expect(count(hostile, /<(?:g|rect|path|text|title|desc|svg|script)\b/g)).toBeGreaterThanOrEqual(count(plain, /<(?:g|rect|path|text|title|desc|svg)\b/g));
    else expect(structure(hostile)).toBe(structure(plain));
    expect(hostile).not.toMatch(/\p{Cc}(?<!\n)|\u202E/u);
  });
});

describe("Graphviz", () => {
  test.each(EXAMPLES)("has every component, flow and boundary of %s", async (name) => {
    const job = exampleJob(name);
    const { components, flows, boundaries } = job.model.architecture;
    const lines = String(await dot.export(job)).split("\n");
    expect(lines.filter((line) => /^ +c\d+ \[label=/.test(line))).toHaveLength(components.length);
    expect(lines.filter((line) => /^ {2}c\d+ -> c\d+ \[/.test(line))).toHaveLength(flows.length);
    const used = boundaries.filter(({ id }) => components.some(({ zone }) => zone === id));
    expect(lines.filter((line) => /subgraph cluster_\d+ \{/.test(line))).toHaveLength(used.length);
  });
  test("says how many findings a component has", async () => {
    const job = exampleJob("support-assistant");
    const [{ component, score }] = job.model.threats as [(typeof job.model.threats)[number]];
    const mine = job.model.threats.filter((finding) => finding.component === component).length;
    expect(await dot.export(job)).toContain(`\\n${mine} findings, highest ${score}"`);
  });
  test("shows quotes, backslashes and entities as they are", async () => {
    const text = String(await dot.export(hostileJob('a"b\\N&lt;')));
    expect(text).toContain('digraph "a\\"b\\\\N&amp;lt;" {');
  });
});

describe("the drawing", () => {
  test.each(EXAMPLES)("of %s stands on its own", async (name) => {
    const job = exampleJob(name);
    const text = String(await svg.export(job));
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toMatch(/<style|<script|<image|<foreignObject|class=|style=|href|url\((?!#arrow\))/);
    const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(text) as {
      svg: { title: { "#text": string }; desc: { "#text": string }; "@_width": string; g: unknown[] };
    };
    expect(root.title["#text"]).toContain("Data-flow diagram: ");
    expect(root.desc["#text"].length).toBeGreaterThan(50);
    expect(Number(root["@_width"])).toBeGreaterThan(0);
    expect(text.match(/data-component=/g)).toHaveLength(job.model.architecture.components.length);
  });
  test.each(HOSTILE)("stays well-formed whatever a user writes: %j", async (text) => {
    const drawing = String(await svg.export(hostileJob(text)));
    expect(XMLValidator.validate(drawing)).toBe(true);
    expect(drawing).not.toContain("<script");
  });
});
