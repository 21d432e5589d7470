import { GivenArchitecture } from "@strideml/plugin-kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORTERS, importFile } from "../../src/importers/index.js";
import { otm } from "../../src/importers/otm.js";
import { threatDragon } from "../../src/importers/threatDragon.js";
import { importedBy, lossOf, refusedBy, sample } from "./samples.js";

const model = (components: object[], dataflows: object[] = []) => JSON.stringify({ otmVersion: "0.2.0", project: { name: "x", id: "x" }, components, dataflows });

describe("bounds of what is read", () => {
  it("refuses more than 50 MB", () => {
    expect(importFile("x".repeat(50_000_001), "big.json", IMPORTERS)).toMatchObject({ ok: false, problems: [{ code: "too-large", file: "big.json" }] });
  });

  it.each(IMPORTERS.map((importer) => [importer.id, importer] as const))("%s refuses what is empty or of another kind, and never throws", (_, importer) => {
    for (const text of ["", " \n", "null", "[]", "1", '"x"', "{}", "{", "---\n---\n", "<a/>", "\u0000", "\uFEFF{}", "]".repeat(1000)]) {
      expect(() => importer.recognises(text, "f")).not.toThrow();
      const result = importer.import(text, "f");
      expect(result.ok ? [] : result.problems.map((problem) => problem.file)).toContain("f");
    }
  });

  it("tells line and column of a slip in JSON", () => {
    expect(refusedBy(otm, '{\n  "otmVersion": "0.2.0",\n  "project" }')).toMatchObject({ code: "json", line: 3, column: 13 });
  });

  it.each([
    ['{"otmVersion": 1,}', 1, 18],
    ['{"a": [1 2]}', 1, 10],
    ['{"a": "b\n"}', 1, 7],
    ['{"a": [}', 1, 8],
    ['{"a": 01}', 1, 8],
    ['{"a": 1} x', 1, 10],
    ['{\n"a": tru', 2, 6],
    ['{"a": {"b": [1, 2]', 1, 19],
  ])("tells the place of the slip in %j", (text, line, column) => {
    expect(refusedBy(otm, text)).toMatchObject({ code: "json", line, column });
  });

  it("refuses JSON and YAML that nest without end", () => {
    expect(refusedBy(otm, `{"otmVersion":"0.2.0","project":${"[".repeat(200_000)}${"]".repeat(200_000)}}`).code).toBe("too-deep");
    expect(refusedBy(otm, `otmVersion: 0.2.0\nproject: ${"[".repeat(20_000)}`).message).toContain("nested too deeply");
  });

  it("refuses several YAML documents in one file rather than reading the first", () => {
    expect(refusedBy(otm, "otmVersion: 0.2.0\nproject: { name: a }\n---\ncomponents: []\n")).toMatchObject({ code: "yaml", message: expect.stringContaining("several"), line: 3 });
  });

  it("gives up on YAML that is nothing but errors", () => {
    const result = otm.import(`otmVersion: ${"]".repeat(100_000)}`, "f");
    expect(result.ok ? 0 : result.problems.length).toBeLessThanOrEqual(50);
  });

  it("refuses keys that reach into the language", () => {
    expect(refusedBy(otm, '{"otmVersion":"0.2.0","project":{"__proto__":{"name":"x"}}}')).toMatchObject({ code: "reserved-key", path: ["project", "__proto__"] });
    expect(refusedBy(otm, "otmVersion: 0.2.0\nproject: { __proto__: { name: x } }")).toMatchObject({ code: "reserved-key" });
  });

  it("cuts names to 200 characters and tells so", () => {
    const imported = importedBy(otm, model([{ id: "a", name: "😀".repeat(150) }]));
    const { title } = imported.architecture!.components[0]!;
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).not.toMatch(/\p{Surrogate}/u);
    expect(lossOf(imported, "end of the name")).toBeDefined();
  });

  it("takes control characters and turns of direction out of names", () => {
    const imported = importedBy(otm, model([{ id: "a", name: "a\u0000b\nc\u202Ed\u2028e" }]));
    expect(imported.architecture!.components[0]!.title).toBe("a b c d e");
  });

  it("gives names without Latin letters ids that differ", () => {
    const imported = importedBy(otm, model([{ name: "模型" }, { name: "データ" }]));
    expect(imported.architecture!.components.map(({ id, title }) => [id, title])).toEqual([
      ["component", "模型"],
      ["component-2", "データ"],
    ]);
  });

  it("brings at most 500 components and 2000 flows and tells of the rest", () => {
    const components = Array.from({ length: 502 }, (_, i) => ({ id: `c${i}`, name: `Browser ${i}` }));
    const flows = Array.from({ length: 2100 }, () => ({ id: "f", name: "f", source: "c0", destination: "c1", bidirectional: true }));
    const imported = importedBy(otm, model(components, flows));
    expect(GivenArchitecture.safeParse(imported.architecture).success).toBe(true);
    expect(imported.architecture!.components).toHaveLength(500);
    expect(lossOf(imported, '"Browser 501"')).toBeDefined();
    expect(lossOf(imported, 'the flow "f"')!.why).toContain("2000");
  });
});

/** Values as a damaged or hostile file may hold them, anywhere. */
const anything = fc.anything({ maxDepth: 3, withNullPrototype: false });

describe("damaged files", () => {
  const draft = JSON.parse(sample("threat-dragon.json")) as { detail: { diagrams: { cells: Record<string, unknown>[] }[] } };

  it("makes an architecture that is valid, whatever the cells hold", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), fc.constantFrom("id", "shape", "data", "position", "source", "target", "size"), anything), { maxLength: 6 }), (changes) => {
        const copy = structuredClone(draft);
        for (const [index, key, value] of changes) copy.detail.diagrams[0]!.cells[index]![key] = value;
        const result = threatDragon.import(
          JSON.stringify(copy, (_, value: unknown) => (typeof value === "bigint" ? 1 : value)),
          "f",
        );
        if (result.ok && result.value.architecture) expect(GivenArchitecture.safeParse(result.value.architecture).error).toBeUndefined();
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("reads or refuses every file that is cut off, and never throws", () => {
    for (const file of ["threat-dragon.json", "bill-helper.tm7", "weather-whisper.md", "contract-finder.pytm.json"]) {
      const text = sample(file);
      for (let part = 1; part < 12; part++) expect(() => importFile(text.slice(0, Math.floor((text.length * part) / 12)), file, IMPORTERS)).not.toThrow();
    }
  });
});
