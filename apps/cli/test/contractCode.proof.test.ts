// The contract suite on code: exporters and importers that break one thing each, and those of the product, which keep it.
import { join } from "node:path";
import { EXPORTERS } from "@strideml/formats";
import type { CodePlugin, Exporter, ExportJob, Importer } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { contract, onlyFailure } from "./contract.js";
import { project } from "./pluginProject.js";

const HEAD = { id: "acme-x", title: "X", extension: "x.txt", mediaType: "text/plain", deterministic: true };

const exporting = (make: Exporter["export"], head: Partial<Exporter> = {}): CodePlugin => ({
  name: "acme",
  version: "1.0.0",
  apiVersion: 1,
  exporters: [{ ...HEAD, ...head, export: make }],
});

/** A module with an exporter of this value. */
const moduleOf = (value: string): string =>
  `export default { name: "acme", version: "1.0.0", apiVersion: 1, exporters: [{\n  id: "acme-x", title: "X", extension: "x.txt", mediaType: "text/plain", deterministic: true,\n  export: ({ model }) => ${value} }] };\n`;

const failuresOf = async (plugin: CodePlugin): Promise<string[]> => Object.values((await contract(plugin)).failures);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** An exporter of names, escaped by hand for one format. */
const names =
  (escape: (name: string) => string, line = (name: string) => `${name}\n`) =>
  ({ model }: ExportJob): string =>
    [model.system.name, ...model.architecture.components.map(({ title }) => title)].map((name) => line(escape(name))).join("");

const plain = (name: string) => name.replaceAll(/\p{Cc}+/gu, " ");

describe("the product's own exporters keep it", () => {
  test.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))("%s", async (id, exporter) => {
    const { names: all, failures } = await contract(exporting(exporter.export, { ...exporter, id: `acme-${id.replaceAll(".", "-")}` }));
    expect(all.length).toBeGreaterThan(9);
    // An OSCAL mapping cannot be empty; it says so in words.
    expect(Object.values(failures)).toEqual(id === "oscal-mapping" ? [expect.stringMatching(/an OSCAL mapping cannot be empty/)] : []);
  });
});

describe("exporters that keep it", () => {
  test.each<[string, Partial<Exporter>, Exporter["export"]]>([
    ["text without controls", {}, names(plain)],
    ["JSON", { extension: "x.json", mediaType: "application/json" }, ({ model }) => JSON.stringify(model)],
    ["CSV with guards", { extension: "x.csv", mediaType: "text/csv" }, names((name) => quoted(/^[=+\-@]/.test(plain(name)) ? `'${plain(name)}` : plain(name)))],
    ["bytes", { extension: "x.bin", mediaType: "application/octet-stream" }, () => new Uint8Array([0, 1, 2])],
    ["a promise", {}, async () => Promise.resolve("")],
    ["one that says that it is not deterministic", { deterministic: false }, () => String(new Date().getFullYear())],
  ])("%s", async (_, head, make) => expect((await contract(exporting(make, head))).failures).toEqual({}));
});

describe("exporters that break it", () => {
  test("markup out of a name in HTML", async () => {
    const told = await failuresOf(
      exporting(
        names(plain, (name) => `<p>${name}</p>`),
        { extension: "x.html", mediaType: "text/html" },
      ),
    );
    expect(told).toEqual(["acme-x: has markup out of a name: <img src=x …; escape & < > and quotes"]);
  });
  test("formulas in CSV", async () => {
    const told = await failuresOf(
      exporting(
        names((name) => quoted(plain(name))),
        { extension: "x.csv", mediaType: "text/csv" },
      ),
    );
    expect(told).toEqual([expect.stringMatching(/has a cell that spreadsheets run as a formula: =HYPERLINK.*; put a ' before it$/)]);
  });
  test("JSON put together by hand", async () => {
    const { failures } = await contract(exporting(({ model }) => `{"name": "${plain(model.system.name)}"}`, { extension: "x.json", mediaType: "application/json" }));
    expect(Object.keys(failures)).toContain("exporter acme-x: survives names with markup");
    expect(Object.values(failures).every((message) => message.startsWith("acme-x: is no JSON: "))).toBe(true);
  });
  test("XML that is not well-formed", async () => {
    const told = await failuresOf(exporting(({ model }) => `<system name="${plain(model.system.name)}">`, { extension: "x.xml", mediaType: "application/xml" }));
    expect(told.length).toBeGreaterThan(3);
    expect(told[0]).toMatch(/is no XML: line 1/);
  });
  test("YAML put together by hand", async () => {
    const { failures } = await contract(exporting(({ model }) => `name: ${plain(model.system.name)}\n`, { extension: "x.yaml", mediaType: "application/yaml" }));
    expect(Object.values(failures)).toContainEqual(expect.stringMatching(/is no YAML: line 1/));
  });
  test("control characters, which a terminal takes for orders", async () => {
    const [name, message] = await onlyFailure(exporting(names((text) => text)));
    expect(name).toBe("exporter acme-x: survives names with control characters");
    expect(message).toBe("acme-x: has the control character U+0000 out of a name; leave it out or escape it");
  });
  test("a clock", async () => {
    const [name, message] = await onlyFailure(exporting(() => new Date().toISOString().slice(0, 10)));
    expect(name).toBe("exporter acme-x: writes the same bytes on another day");
    expect(message).toMatch(/asks the clock or chance\nfrom line 1 on:\n- 20\d\d-\d\d-\d\d\n\+ 20\d\d-\d\d-\d\d/);
  });
  test("chance", async () => {
    const [name] = await onlyFailure(exporting(() => String(Math.random())));
    expect(name).toBe("exporter acme-x: writes the same bytes on another day");
  });
  test("a model in which nothing was found", async () => {
    const [name, message] = await onlyFailure(exporting(({ model }) => model.threats[0]!.id));
    expect(name).toBe("exporter acme-x: survives a model in which nothing was found");
    expect(message).toMatch(/^acme-x throws TypeError: .*\n\s+at .*contractCode\.proof\.test\.ts/);
  });
  test("something else than text or bytes", async () => {
    const told = await failuresOf(exporting((() => 7) as unknown as Exporter["export"]));
    expect(new Set(told)).toEqual(new Set(["acme-x gave a value of type number; expected text or a Uint8Array"]));
  });
  test("the id of a format that there is", async () => {
    const { failures } = await contract(exporting(() => "", { id: "csv" }));
    expect(failures["has ids of its own, in one namespace"]).toMatch(/the format csv is there already/);
  });
  test("the clock of whoever tests is right again afterwards", async () => {
    const clock = Date;
    await contract(exporting(() => String(Date.now())));
    expect(Date).toBe(clock);
  });
});

describe("data in code", () => {
  test("a function in it is no data", async () => {
    const [name, message] = await onlyFailure({ name: "acme", version: "1.0.0", apiVersion: 1, threats: [(() => 1) as never] });
    expect(name).toMatch(/^can be read/);
    expect(message).toMatch(/threats\[0\]: is a function, which is no data/);
  });
  test("content that is another on another day", async () => {
    const folder = project({ "p.mjs": 'export default { name: "acme", version: `1.0.${new Date().getFullYear()}`, apiVersion: 1 };\n' });
    const [name, message] = await onlyFailure(join(folder, "p.mjs"));
    expect(name).toBe("says the same when it is read on another day");
    expect(message).toBe("version is another when the plugin is read on another day: it asks the clock, or chance");
  });
  test("a constant that a module makes of the day", async () => {
    const body = "const today = new Date().toISOString().slice(0, 10);\n";
    const folder = project({ "p.mjs": `${body}${moduleOf("today")}` });
    const [name, message] = await onlyFailure(join(folder, "p.mjs"));
    expect(name).toBe("exporter acme-x: writes the same bytes on another day");
    expect(message).toMatch(/\n- 20\d\d-\d\d-\d\d\n\+ 20\d\d-\d\d-\d\d/);
  });
  test("an exporter that throws is told with its file and line", async () => {
    const folder = project({ "p.mjs": moduleOf("model.threats[0].id") });
    const [name, message] = await onlyFailure(join(folder, "p.mjs"));
    expect(name).toBe("exporter acme-x: survives a model in which nothing was found");
    expect(message).toMatch(/p\.mjs:3:\d+: exporter acme-x: fails: TypeError: .*reading 'id'/);
  });
  test("a module that throws", async () => {
    const [, message] = await onlyFailure(join(project({ "p.mjs": 'throw new Error("no such luck");\n' }), "p.mjs"));
    expect(message).toMatch(/p\.mjs:1:\d+: cannot be loaded: no such luck/);
  });
  test("a module in TypeScript", async () => {
    const folder = project({ "p.ts": 'const name: string = "acme";\nexport default { name, version: "1.0.0", apiVersion: 1 };\n' });
    expect((await contract(join(folder, "p.ts"))).failures).toEqual({});
  });
  test("a package whose version the module does not say", async () => {
    const folder = project({
      "package.json": JSON.stringify({
        name: "acme",
        version: "1.1.0",
        license: "MIT",
        type: "module",
        keywords: ["strideml-plugin"],
        exports: "./index.js",
        strideml: { apiVersion: 1 },
        peerDependencies: { "@strideml/plugin-kit": "*" },
      }),
      "index.js": 'export default { name: "acme", version: "1.0.0", apiVersion: 1 };\n',
    });
    const [name, message] = await onlyFailure(folder);
    expect(name).toBe("says in package.json what it is");
    expect(message).toMatch(/version: is 1\.1\.0, and the plugin says 1\.0\.0/);
  });
  test("a package that leads nowhere", async () => {
    const [, message] = await onlyFailure(project({ "package.json": JSON.stringify({ name: "acme", version: "1.0.0", exports: "./dist/index.js" }) }));
    expect(message).toMatch(/package\.json: leads neither to a data pack nor to a module; .*; build it first/);
  });
});

describe("importers", () => {
  const importer = (read: Importer["import"]): CodePlugin => ({
    name: "acme",
    version: "1.0.0",
    apiVersion: 1,
    importers: [{ id: "acme-in", title: "In", extensions: ["x.json"], recognises: (text) => text.startsWith("{"), import: read }],
  });
  test("one that answers with problems keeps it", async () => {
    expect((await contract(importer(() => ({ ok: false, problems: [{ code: "no", message: "cannot be read", path: [] }] })))).failures).toEqual({});
  });
  test("one that throws is told with the file that it threw on", async () => {
    const [name, message] = await onlyFailure(importer((text) => JSON.parse(text) as never));
    expect(name).toBe("importer acme-in: throws on no file, whatever it holds");
    expect(message).toMatch(/^acme-in throws on an empty file: /);
  });
});
