// Importers of plugins must answer at once, and still run where they can be ended.
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Importer } from "@strideml/plugin-kit";
import { codeProject } from "./pluginProject.js";

const { loadSetup } = createRequire(import.meta.url)("../dist/lazy/plugins.js") as { loadSetup: (config: string, frozen: boolean) => Promise<{ importers: Importer[] }> };

const importerOf = async (recognises: string, read: string): Promise<Importer> => {
  const parts = `{ id: "acme-x", title: "X", extensions: ["x"], recognises: ${recognises}, import: ${read} }`;
  const cwd = codeProject(`export default { name: "acme", version: "1.0.0", apiVersion: 1, importers: [${parts}] };`, 1);
  return (await loadSetup(join(cwd, "strideml.config.json"), false)).importers[0]!;
};

describe("an importer of a plugin", () => {
  test("answers with what it read", async () => {
    const importer = await importerOf("(text) => text.startsWith('X')", "(text, name) => ({ ok: true, value: { name: `${name} ${text}`, answers: [], losses: [] } })");
    expect([importer.recognises("X1", "a.x"), importer.recognises("Y1", "a.x")]).toEqual([true, false]);
    expect(importer.import("X1", "a.x")).toEqual({ ok: true, value: { name: "a.x X1", answers: [], losses: [] } });
  });
  test("that throws recognises nothing and gives a problem", async () => {
    const importer = await importerOf("() => { throw new Error('no'); }", "() => { throw new Error('torn page'); }");
    expect(importer.recognises("", "")).toBe(false);
    expect(importer.import("", "")).toMatchObject({ ok: false, problems: [{ code: "importer", message: "importer acme-x: fails: torn page" }] });
  });
  test("that loops is ended", async () => {
    const importer = await importerOf("() => true", "() => { for (;;); }");
    expect(importer.import("", "")).toMatchObject({ ok: false, problems: [{ code: "importer", message: expect.stringContaining("takes longer than 1 seconds") as string }] });
  });
  test("that gives something else than a result is told", async () => {
    const importer = await importerOf("() => true", "() => 'name: A'");
    expect(importer.import("", "")).toMatchObject({ ok: false, problems: [{ code: "importer", message: "the importer acme-x gave something else than a result" }] });
  });
});
