import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toDocx } from "../src/docx/index.js";
import { exampleModel, rendered } from "./exampleModel.js";
import { EVERYTHING, HOSTILE, hostileReport, LONG_TABLE, squeezed, UNFIT } from "./samples.js";

const model = exampleModel("support-assistant");
const report = rendered(model, "executive-summary");
const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const bodyOf = async (markdown: string): Promise<string> => partsOf(await toDocx(markdown, model))["word/document.xml"]!;
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map((match) => match[1]!)
    .join("")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

describe("what stands in the file", () => {
  let everything: string;
  beforeAll(async () => {
    everything = await bodyOf(EVERYTHING);
  });
  test("headings are headings of Word", () => {
    expect(everything).toContain('<w:pStyle w:val="Heading1"/>');
    expect(everything).toContain('<w:pStyle w:val="Heading2"/>');
  });
  test("a link within leads to a bookmark, one that leads nowhere is text", () => {
    const anchor = /<w:hyperlink [^>]*w:anchor="([^"]+)"/.exec(everything)?.[1];
    expect(everything).toContain(`<w:bookmarkStart w:name="${anchor}"`);
    expect(everything.match(/<w:hyperlink /g)).toHaveLength(2);
    expect(textOf(everything)).toContain("a lost link and");
  });
  test("links out are addresses of the web, never scripts", async () => {
    const relations = partsOf(await toDocx(EVERYTHING, model))["word/_rels/document.xml.rels"]!;
    expect(relations).toContain('Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"');
    expect(relations).not.toContain("javascript");
  });
  test("tags in a text are words", () => expect(textOf(everything)).toContain("<b>tags</b>"));
  test("lists are lists of Word, and an ordered list starts where it says", async () => {
    const numbering = partsOf(await toDocx(EVERYTHING, model))["word/numbering.xml"]!;
    expect(everything).toMatch(/<w:ilvl w:val="1"\/>/);
    expect(numbering).toContain('<w:lvlText w:val="%1."/>');
    expect(numbering).toContain("w:numFmt");
  });
  test("tasks have boxes", () => expect(textOf(everything)).toMatch(/☐ To do.*☑ Done/));
  test("figures say what they show, as SVG and as a metafile", async () => {
    const parts = unzipSync(await toDocx(EVERYTHING, model));
    for (const words of ["Scores of the categories", "Likelihood and impact", "How data flows"]) expect(everything).toContain(`descr="${words}"`);
    const media = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
    expect(media.filter((name) => name.endsWith(".svg"))).toHaveLength(3);
    const metafiles = media.filter((name) => name.endsWith(".emf"));
    expect(metafiles).toHaveLength(3);
    for (const name of metafiles) expect(strFromU8(parts[name]!.subarray(40, 44))).toBe(" EMF");
  });
  test("the header row of a table is repeated, and rows are not split", async () => {
    const table = await bodyOf(LONG_TABLE);
    expect(table.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit/g)).toHaveLength(151);
  });
  test("the columns of a table are as wide as the page", () => {
    const widths = [...everything.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths.reduce((a, b) => a + b, 0)).toBeGreaterThan(9500);
    expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(9640);
  });
});

describe("the same model gives the same file", () => {
  test("whatever was written before", async () => {
    const first = await toDocx(report, model);
    await toDocx(EVERYTHING, model);
    expect(Buffer.compare(await toDocx(report, model), first)).toBe(0);
  });
  test("its dates are the day of the model, or else a day that never changes", async () => {
    const core = async (date: string | undefined) => partsOf(await toDocx("# a", { ...model, provenance: { ...model.provenance, date } }))["docProps/core.xml"];
    expect(await core("2026-11-23")).toContain(">2026-11-23T00:00:00Z<");
    expect(await core(undefined)).toContain(">2000-01-01T00:00:00Z<");
  });
});

describe("hostile texts", () => {
  test("stand there as they are", async () => {
    const text = squeezed(textOf(await bodyOf(hostileReport)));
    for (const hostile of HOSTILE) expect(text.split(squeezed(hostile)).length - 1).toBeGreaterThanOrEqual(3);
  });
  test("add no field and no link", async () => {
    const body = await bodyOf(hostileReport);
    expect(body).not.toMatch(/<w:hyperlink|<w:instrText|<w:fldSimple/);
  });
  test("what XML forbids and what turns text is replaced", async () => {
    const body = await bodyOf(`# ${UNFIT}\n\n\`${UNFIT}\`\n\n    ${UNFIT}\n`);
    expect(body).not.toMatch(/[\p{Cs}\p{Cc}\u202E\uFFFE]/u);
    expect(textOf(body)).toContain("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh");
  });
  test("a text of 100,000 letters is there to its end", async () => {
    const body = await bodyOf(`${"long ".repeat(20_000)}END\n\n${"x".repeat(100_000)}END`);
    expect(textOf(body).match(/END/g)).toHaveLength(2);
  });
});

describe("as LibreOffice shows it", () => {
  const folder = mkdtempSync(join(tmpdir(), "strideml-docx-"));
  const pages = (name: string): string => execFileSync("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"], { encoding: "utf8", maxBuffer: 2 ** 28 });
  const files = { report, everything: EVERYTHING, table: LONG_TABLE, hostile: `${hostileReport}\n\n${UNFIT}` };
  beforeAll(async () => {
    for (const [name, markdown] of Object.entries(files)) writeFileSync(join(folder, `${name}.docx`), await toDocx(markdown, model));
    const paths = Object.keys(files).map((name) => join(folder, `${name}.docx`));
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths], { stdio: "ignore" });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("the report has its headings and tables, and pages with numbers", () => {
    const text = pages("report");
    expect(text).toContain("Customer support assistant: security risk on one page");
    for (const words of ["Gravest findings", "Do first", "Risk removed", model.threats[0]!.title]) expect(squeezed(text)).toContain(squeezed(words));
    expect(text).toMatch(/Page 1 of \d/);
  });
  test("figures are drawn with their words", () => {
    const text = squeezed(pages("everything"));
    for (const words of ["Spoofing", "Likelihood", "Impact", model.architecture.components[0]!.title]) expect(text).toContain(squeezed(words));
  });
  test("lists count, and each for itself", () => expect(pages("everything")).toMatch(/1\.\s+First\s+2\.\s+Second[^]*7\.\s+Seventh/));
  test("every page of a long table has its header", () => {
    const each = pages("table")
      .split("\f")
      .filter((page) => page.includes("Row number"));
    expect(each.length).toBeGreaterThan(2);
    for (const page of each) expect(page).toContain("Column heading");
  });
  test("hostile texts are shown as they are", () => {
    const text = squeezed(pages("hostile"));
    for (const hostile of HOSTILE) expect(text).toContain(squeezed(hostile));
  });
});
