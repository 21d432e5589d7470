import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toPdf } from "../src/pdf/index.js";
import { exampleModel, rendered } from "./exampleModel.js";
import { EVERYTHING, HOSTILE, hostileReport, LONG_TABLE, squeezed, UNFIT } from "./samples.js";

const model = exampleModel("support-assistant");
const report = rendered(model, "executive-summary");
const folder = mkdtempSync(join(tmpdir(), "strideml-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, args: string[]): string => execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] });
const write = async (name: string, markdown: string): Promise<string> => {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await toPdf(markdown, model));
  return path;
};
const textOf = (path: string): string => run("pdftotext", ["-layout", path, "-"]);
const structureOf = (path: string): string => run("pdfinfo", ["-struct-text", path]);

describe("one of everything", () => {
  let path: string;
  let structure: string;
  beforeAll(async () => {
    path = await write("everything", EVERYTHING);
    structure = structureOf(path);
  });
  test("says what it is", () => {
    const info = run("pdfinfo", [path]);
    expect(info).toMatch(/Title:\s+One of everything/);
    expect(info).toMatch(/Creator:\s+StrideML/);
    expect(info).toMatch(/CreationDate:\s+Mon Nov 23 00:00:00 2026/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:.*A4/);
  });
  test("its outline is its headings", () =>
    expect(run("pdftohtml", ["-xml", "-i", "-stdout", path])).toMatch(/<outline>\s*<item[^>]*>One of everything<\/item>\s*<outline>\s*<item[^>]*>A named place/));
  test("every kind of content is tagged as what it is", () => {
    expect(structure).toMatch(/H1[^\n]*\n\s+"One of everything"/);
    expect(structure).toMatch(/H2[^\n]*\n\s+"A named place"/);
    expect(structure).toMatch(/BlockQuote\n\s+P[^\n]*\n\s+"A quote\."/);
    expect(structure).toMatch(/\bL\b[^]*LI[^]*Lbl[^]*"1\."[^]*LBody[^]*"First"/);
    expect(structure).toMatch(/Code[^]*"some {2}code"/);
    expect(structure).toMatch(/Table[^]*TR\s+TD\s+"Fact"\s+TD\s+"Value"/);
    expect(structure.match(/Figure/g)).toHaveLength(3);
  });
  test("links stand among the words of their paragraph", () => {
    expect(structure).toMatch(/"Plain, bold, slanted, struck and code, a "\s+Link[^]*?"link within"[^]*?", a "\s+Link[^]*?"link out"/);
    expect(structure.match(/Link/g)).toHaveLength(2);
  });
  test("links out are addresses of the web, never scripts", () => expect(run("pdfinfo", ["-url", path]).match(/\S+:\S+$/gm)).toEqual(["https://example.org/a?b=1&c=2"]));
  test("a link within has its place", () => {
    const places = run("pdfinfo", ["-dests", path]);
    const link = /<a href="[^"]*#(\d+)">link within/.exec(run("pdftohtml", ["-xml", "-i", "-stdout", path]));
    expect(link?.[1]).toBe("1");
    expect(places).toContain("place-");
  });
  test("tags in a text are words, lists count, pages have numbers", () => {
    const text = textOf(path);
    expect(text).toContain("<b>tags</b>");
    expect(text).toMatch(/1\.\s+First\s+2\.\s+Second[^]*7\.\s+Seventh/);
    expect(text).toMatch(/One of everything\s+Page 1 of \d/);
  });
  test("figures have their words", () => {
    const text = squeezed(textOf(path));
    for (const words of ["Spoofing", "Likelihood", "Impact", model.architecture.components[0]!.title]) expect(text).toContain(squeezed(words));
  });
  test("all fonts are part of it, and their text can be read", () => {
    const fonts = run("pdffonts", [path]).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/Roboto.*\byes\s+yes\s+yes\b/);
  });
});

describe("a table over several pages", () => {
  let path: string;
  beforeAll(async () => {
    path = await write("table", LONG_TABLE);
  });
  test("has its header on every page", () => {
    const pages = textOf(path)
      .split("\f")
      .filter((page) => page.includes("Row number"));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("Column heading");
  });
  test("has it once for those who listen", () => expect(structureOf(path).match(/"Column heading"/g)).toHaveLength(1));
  test("has one row of structure for each row", () => expect(structureOf(path).match(/^\s+TR\b/gm)).toHaveLength(151));
});

describe("the same model gives the same file", () => {
  test("whatever was written before, and while another one is written", async () => {
    const first = await toPdf(report, model);
    const [again] = await Promise.all([toPdf(report, model), toPdf(EVERYTHING, model)]);
    expect(Buffer.compare(again, first)).toBe(0);
  });
  test("it asks nobody and reads nothing", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    await toPdf("# a\n\n![x](https://example.org/x.png) ![y](file:///etc/passwd)\n", model);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

describe("hostile texts", () => {
  let text: string;
  beforeAll(async () => {
    text = textOf(await write("hostile", `${hostileReport}\n\n${UNFIT}`));
  });
  test("stand there as they are, in headings, paragraphs and tables", () => {
    const read = squeezed(text);
    for (const hostile of HOSTILE) expect(read.split(squeezed(hostile)).length - 1).toBeGreaterThanOrEqual(3);
  });
  test("what hides or turns text is replaced by a sign", () => expect(text).toContain("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh"));
  test("a title of marks leaves the metadata well-formed", async () => {
    const bytes = Buffer.from(await toPdf("# </rdf:li> & <x>\n", model)).toString("latin1");
    expect(bytes).toContain('<rdf:li xml:lang="x-default">&lt;/rdf:li&gt; &amp; &lt;x&gt;</rdf:li>');
    expect(bytes).toContain("/Title (</rdf:li> & <x>)".replace("/Title ", ""));
  });
  test("letters that the font lacks are seen to be missing, and known signs are said otherwise", async () => {
    const path = await write("letters", "# 日本 שלום 🙂\n\nA → B ≥ 3, ☑ done, Ünïcödé, Ελληνικά, Кириллица\n");
    const letters = textOf(path);
    expect(letters).toContain("\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD \uFFFD");
    expect(letters).toContain("A –> B ≥ 3, [x] done, Ünïcödé, Ελληνικά, Кириллица");
  });
  test("a text of 100,000 letters is there to its end", async () => {
    const long = squeezed(
      textOf(
        await write("long", `# ${"heading ".repeat(500)}END\n\n${"long ".repeat(20_000)}END\n\n${"x".repeat(100_000)}END\n\n| a |\n| :-- |\n| ${"cell ".repeat(5000)}END |\n`),
      ),
    );
    expect(long.match(/END/g)!.length).toBeGreaterThanOrEqual(4);
  });
});
