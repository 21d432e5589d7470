// Plugins as installed packages, large ones, and the lock.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { config, examined, exporting, type Files, framework, generated, mapping, pack, project } from "./pluginProject.js";
import { FLAGS, strideml } from "./run.js";

const manifest = (more: object, name = "acme-plugin"): string => JSON.stringify({ name, version: "1.2.3", ...more });

const installed = (more: object, files: Files = {}): Files => ({
  "node_modules/acme-plugin/package.json": manifest(more),
  ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`node_modules/acme-plugin/${path}`, text])),
});

const MODULE = exporting("() => 'made\\n'").replace('"acme"', '"acme-plugin"');

describe("a package is found", () => {
  const FOUND: [string, Files][] = [
    ["as a data pack", installed({ strideml: { pack: "." } }, pack("."))],
    ["as a data pack in a folder of it", installed({ strideml: { pack: "./data", apiVersion: 1 } }, pack("data"))],
    ["as a data pack that hides its package.json", installed({ exports: { ".": "./none.js" }, strideml: { pack: "." } }, pack("."))],
    ["as a module of ES modules only", installed({ type: "module", exports: { ".": { import: "./index.js" } } }, { "index.js": MODULE })],
    ["as a module in CommonJS", installed({ main: "index.cjs" }, { "index.cjs": MODULE.replace("export default", "module.exports =") })],
    [
      "where pnpm puts it",
      {
        "node_modules/.pnpm/acme-plugin@1.2.3/node_modules/acme-plugin/package.json": manifest({ strideml: { pack: "." } }),
        "node_modules/.pnpm/acme-plugin@1.2.3/node_modules/acme-plugin/framework.yaml": framework(),
        "node_modules/.pnpm/acme-plugin@1.2.3/node_modules/acme-plugin/mapping.yaml": mapping(),
        "node_modules/acme-plugin": { link: ".pnpm/acme-plugin@1.2.3/node_modules/acme-plugin" },
      },
    ],
  ];
  test.each(FOUND)("%s", (_, files) => {
    const diagnosis = examined(project({ ...config("acme-plugin"), ...files })).get("acme-plugin")!;
    expect(diagnosis).toMatchObject({ name: "acme-plugin", problems: [] });
    expect(Object.values(diagnosis.brings).length).toBeGreaterThan(0);
  });
  test("as TypeScript beside the configuration", () => {
    const cwd = project({
      "strideml.config.json": '{ "plugins": ["./acme.ts"] }',
      "acme.ts": `const name: string = "acme";\n${exporting("() => 'made\\n'").replace('name: "acme"', "name")}`,
    });
    expect(strideml(["generate", ...FLAGS, "-f", "acme-x", "-q"], { cwd })).toMatchObject({ code: 0, out: "made\n" });
  });
  test("with the exporter of a package of ES modules only", () => {
    const cwd = project({ ...config("acme-plugin"), ...installed({ type: "module", exports: { import: "./index.js" } }, { "index.js": MODULE }) });
    expect(strideml(["generate", ...FLAGS, "-f", "acme-x", "-q"], { cwd })).toMatchObject({ code: 0, out: "made\n" });
  });
});

const BROKEN: [string, Files, string, RegExp][] = [
  ["whose package.json is broken", { "node_modules/acme-plugin/package.json": "{ nope" }, "yaml", /package\.json$/],
  ["whose strideml entry is a text", installed({ strideml: "." }), "plugin-manifest", /package\.json$/],
  ["whose pack is a number", installed({ strideml: { pack: 1 } }), "plugin-manifest", /package\.json$/],
  ["whose pack is not there", installed({ strideml: { pack: "./data" } }), "plugin-missing", /package\.json$/],
  ["whose pack leads out of it", { ...installed({ strideml: { pack: "../../secret" } }), ...pack("secret") }, "outside-pack", /package\.json$/],
  ["whose pack is a link out of it", { ...installed({ strideml: { pack: "./data" } }, { data: { link: "../../secret" } }), ...pack("secret") }, "outside-pack", /package\.json$/],
  ["for a future contract", installed({ strideml: { pack: ".", apiVersion: 2 } }, pack(".")), "api-version", /package\.json$/],
  ["with neither pack nor entry", installed({}), "plugin-entry", /package\.json$/],
  ["whose entry is not there", installed({ main: "none.js" }), "plugin-entry", /package\.json$/],
  ["whose data calls itself by another name", installed({ strideml: { pack: "." } }, { ...pack("."), "pack.yaml": "name: other\n" }), "plugin-name", /package\.json$/],
  ["whose code calls itself by another name", installed({ exports: "./index.mjs" }, { "index.mjs": exporting("() => ''") }), "plugin-name", /index\.mjs$/],
];

describe("a package", () => {
  test.each(BROKEN)("%s is told with its file", (_, files, code, file) => {
    const [problem] = examined(project({ ...config("acme-plugin"), ...files })).get("acme-plugin")!.problems;
    expect(problem).toMatchObject({ code });
    expect(problem!.file).toMatch(file);
  });
});

test("a pack of fifty megabytes is refused before it is read", () => {
  const cwd = project({ ...config("./pack"), ...pack("pack"), "pack/threats/large.yaml": Buffer.alloc(50 * 1024 * 1024, "#") });
  expect(generated(cwd)).toMatchObject({ code: 2, out: "" });
  expect(generated(cwd).err).toMatch(/pack: is larger than 20 MB/);
});

test("folders that link to themselves are entered once", () => {
  const cwd = project({ ...config("./pack"), ...pack("pack"), "pack/threats": { link: "." } });
  expect(examined(cwd).get("./pack")).toMatchObject({ problems: [], brings: { frameworks: 1, mappings: 1 } });
});

describe("an override", () => {
  const cwd = project({
    ...config("./house"),
    "house/overrides/title.yaml": "in: threats\nid: direct-prompt-injection\nset: { title: Talking the model round }\nbecause: Our people call it that.\n",
    "house/overrides/weights.yaml": "in: scoring\nid: weights\nset: { partly: 0.25 }\nbecause: Half done is seldom half as good here.\n",
  });
  const model = () =>
    JSON.parse(strideml(["generate", ...FLAGS, "-f", "json", "-q"], { cwd }).out) as { provenance: { overrides: unknown[] }; threats: { threat: string; title: string }[] };
  test("changes a text of the product, and the provenance says so", () => {
    const { threats, provenance } = model();
    expect(threats.find(({ threat }) => threat === "direct-prompt-injection")!.title).toContain("Talking the model round");
    expect(provenance.overrides).toEqual([
      { plugin: "house", in: "threats", id: "direct-prompt-injection", keys: ["title"], because: "Our people call it that." },
      { plugin: "house", in: "scoring", id: "weights", keys: ["partly"], because: "Half done is seldom half as good here." },
    ]);
  });
  test("of the weights is said in the document and on the terminal", () => {
    const { out, err } = strideml(["generate", ...FLAGS], { cwd });
    for (const text of [out.replaceAll("\\", ""), err]) expect(text).toContain("The plugin house changes partly of scoring weights: Half done is seldom half as good here.");
  });
});

describe("the lock", () => {
  const locked = (files: Files = {}) => {
    const cwd = project({ ...config("./pack", "./p.mjs"), ...pack("pack"), "p.mjs": exporting("() => 'one'"), ...files });
    expect(strideml(["plugin", "lock"], { cwd })).toMatchObject({ code: 0 });
    return cwd;
  };
  const frozen = (cwd: string) => strideml(["generate", ...FLAGS, "-q", "-o", "made.md", "--frozen-plugins"], { cwd });
  const refused = (cwd: string, words: RegExp) => {
    const { code, err } = frozen(cwd);
    expect([code, existsSync(join(cwd, "made.md"))]).toEqual([2, false]);
    expect(err).toMatch(words);
  };
  test("of the same plugins lets them be used", () => expect(frozen(locked())).toMatchObject({ code: 0 }));
  test("tells data that changed", () => {
    const cwd = locked();
    writeFileSync(join(cwd, "pack/framework.yaml"), framework().replace("Controls", "Other controls"));
    refused(cwd, /strideml\.lock\.json: pack 0\.0\.0 has other content: locked [0-9a-f]{12}, loaded [0-9a-f]{12}; look at what changed, then strideml plugin lock/);
  });
  test("tells code that changed", () => {
    const cwd = locked();
    writeFileSync(join(cwd, "p.mjs"), exporting("() => 'two'"));
    refused(cwd, /acme 1\.0\.0 has other content/);
  });
  test("tells a module of a package that changed", () => {
    const cwd = project({
      ...config("acme-plugin"),
      ...installed(
        { type: "module", exports: "./index.js" },
        { "index.js": `import text from "./text.js";\n${MODULE.replace("'made\\n'", "text")}`, "text.js": "export default 'one';\n" },
      ),
    });
    strideml(["plugin", "lock"], { cwd });
    writeFileSync(join(cwd, "node_modules/acme-plugin/text.js"), "export default 'two';\n");
    refused(cwd, /acme-plugin 1\.0\.0 has other content/);
  });
  test.each([
    ["imports", 'import text from "./parts/text.mjs";', "export default 'one';\n", "export default 'two';\n"],
    ["imports through another", 'import text from "./parts/again.mjs";', "export default 'one';\n", "export default 'two';\n"],
    ["requires", 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst text = require("./parts/text.json");', '"one"', '"two"'],
  ])("tells a module that changed which a module named by its path %s", (_, start, before, after) => {
    const part = start.includes("json") ? "parts/text.json" : "parts/text.mjs";
    const code = `${start}\n${exporting("() => text")}`;
    const cwd = project({ ...config("./p.mjs"), "p.mjs": code, "parts/again.mjs": 'export { default } from "./text.mjs";\n', [part]: before });
    expect(strideml(["plugin", "lock"], { cwd })).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, part), after);
    refused(cwd, /acme 1\.0\.0 has other content/);
  });
  test("tells a new version", () => {
    const cwd = locked();
    writeFileSync(join(cwd, "p.mjs"), exporting("() => 'one'").replace("1.0.0", "1.1.0"));
    refused(cwd, /acme 1\.0\.0 became 1\.1\.0/);
  });
  test("tells plugins that are there too many and too few", () => {
    const cwd = locked({ ...pack("beta", "beta") });
    writeFileSync(join(cwd, "strideml.config.json"), '{ "plugins": ["./pack", "./beta"] }');
    refused(cwd, /beta 0\.0\.0 is loaded and not locked[^]*acme 1\.0\.0 is locked and not loaded/);
  });
  test.each([
    ["is not there", undefined, /there is no lock; strideml plugin lock writes it/],
    ["is not JSON", "{", /is not JSON/],
    ["is of another version", '{ "lockfileVersion": 2, "plugins": [] }', /is of version 2/],
    ["lists something else", '{ "lockfileVersion": 1, "plugins": [{ "name": "a" }] }', /does not list plugins/],
  ])("that %s is told", (_, text, words) => {
    const cwd = project({ ...config("./pack"), ...pack("pack"), ...(text !== undefined && { "strideml.lock.json": text }) });
    refused(cwd, words);
  });
  test("is not written for a plugin that is missing", () => {
    const cwd = project({ ...config("./pack", "acme-plugin"), ...pack("pack") });
    expect(strideml(["plugin", "lock"], { cwd })).toMatchObject({ code: 2, out: "" });
    expect(existsSync(join(cwd, "strideml.lock.json"))).toBe(false);
  });
  test("has the same bytes twice, whatever the order of the configuration", () => {
    const cwd = locked();
    const before = readFileSync(join(cwd, "strideml.lock.json"), "utf8");
    writeFileSync(join(cwd, "strideml.config.json"), '{ "plugins": ["./p.mjs", "./pack"] }');
    strideml(["plugin", "lock"], { cwd });
    expect(readFileSync(join(cwd, "strideml.lock.json"), "utf8")).toBe(before);
  });
});
