// Configurations: where they are found, in which form, and what can be wrong with them.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { config, exporting, type Files, framework, generated, mapping, pack, project } from "./pluginProject.js";
import { strideml } from "./run.js";

const frameworksOf = (cwd: string, ...more: string[]): string => strideml(["list", "frameworks", ...more], { cwd }).out;

const MODULE = 'export default { plugins: ["./pack"] };\n';

describe("a configuration is read from", () => {
  test.each([
    ["strideml.config.ts", 'const plugins: string[] = ["./pack"];\nexport default { plugins };\n'],
    ["strideml.config.mts", 'const plugins = ["./pack"] as const;\nexport default { plugins: [...plugins] };\n'],
    ["strideml.config.js", MODULE],
    ["strideml.config.mjs", MODULE],
    ["strideml.config.json", '{ "plugins": ["./pack"] }'],
    ["strideml.config.yaml", "plugins: [./pack]\n"],
  ])("%s", (name, text) => {
    const cwd = project({ [name]: text, "package.json": '{ "type": "module" }', ...pack("pack") });
    expect(frameworksOf(cwd)).toContain("acme/controls");
  });
  test("strideml.config.js in CommonJS", () => {
    const cwd = project({ "strideml.config.js": 'module.exports = { plugins: ["./pack"] };\n', "package.json": '{ "type": "commonjs" }', ...pack("pack") });
    expect(frameworksOf(cwd)).toContain("acme/controls");
  });
  test("a file that is named, in any folder", () => {
    const cwd = project({ "elsewhere/own.yml": "plugins: [./pack]\n", ...pack("elsewhere/pack") });
    expect(frameworksOf(cwd, "--config", "elsewhere/own.yml")).toContain("acme/controls");
    expect(frameworksOf(cwd)).not.toContain("acme/controls");
  });
  test("a promise", () => {
    const cwd = project({ "strideml.config.mjs": 'export default Promise.resolve({ plugins: ["./pack"] });\n', ...pack("pack") });
    expect(frameworksOf(cwd)).toContain("acme/controls");
  });
});

describe("a configuration is looked for", () => {
  const nested = (more: Files = {}) => {
    const cwd = project({ ...config("./pack"), ...pack("pack"), ...more });
    mkdirSync(join(cwd, "a/b"), { recursive: true });
    return cwd;
  };
  test("upwards to the root of the repository", () => expect(frameworksOf(join(nested(), "a/b"))).toContain("acme/controls"));
  test("not beyond the root of the repository", () => {
    const cwd = nested({ "a/.git": "gitdir: elsewhere\n" });
    expect(frameworksOf(join(cwd, "a/b"))).not.toContain("acme/controls");
  });
  test("outside of a repository only in the folder itself: one above may belong to anybody", () => {
    const cwd = nested();
    rmSync(join(cwd, ".git"), { recursive: true });
    expect(frameworksOf(cwd)).toContain("acme/controls");
    expect(frameworksOf(join(cwd, "a"))).not.toContain("acme/controls");
  });
  test("the nearest one counts", () => {
    const cwd = nested({ "a/strideml.config.yaml": "plugins: []\n" });
    expect(frameworksOf(join(cwd, "a/b"))).not.toContain("acme/controls");
  });
  test("not at all with --no-config", () => expect(frameworksOf(nested(), "--no-config")).not.toContain("acme/controls"));
});

const WRONG: [string, Files, RegExp][] = [
  ["that is empty", { "strideml.config.yaml": "" }, /strideml\.config\.yaml:1:1: is not a mapping/],
  ["with an unknown key", { "strideml.config.yaml": "# ours\nplugin: []\n" }, /config\.yaml:2:1: plugin: unknown key plugin; expected plugins/],
  ["whose plugins are no list", { "strideml.config.yaml": "plugins: ./a\n" }, /config\.yaml:1:1: plugins: plugins is not a list/],
  ["that names a number", { "strideml.config.yaml": "plugins: [1]\n" }, /config\.yaml:1:11: plugins\[0\]: is not a name/],
  ["that names nothing", { "strideml.config.yaml": 'plugins: [" "]\n' }, /config\.yaml: plugins\[0\]: is empty/],
  ["with a time that is none", { "strideml.config.yaml": "codeSeconds: forever\n" }, /codeSeconds: is not a number of seconds; expected more than 0/],
  ["with broken JSON", { "strideml.config.json": '{\n  "plugins": ["./a"\n}' }, /config\.json:3:1: /],
  ["that throws", { "strideml.config.mjs": "\nthrow new TypeError('x is not y');\n" }, /config\.mjs:2:\d+: cannot be loaded: TypeError: x is not y/],
  ["that does not parse", { "strideml.config.mjs": "export default {\n  plugins: [[,\n};\n" }, /config\.mjs:\d:\d+: cannot be loaded/],
  ["in TypeScript that does not parse", { "strideml.config.ts": "const a: = 1;\nexport default {};\n" }, /config\.ts:1:\d+: cannot be loaded/],
  [
    "that imports what is not installed",
    { "strideml.config.ts": 'import acme from "strideml-plugin-acme";\nexport default { plugins: [acme] };\n' },
    /config\.ts.*strideml-plugin-acme.*npm install/,
  ],
  ["that exports nothing", { "strideml.config.mjs": "export const plugins = [];\n" }, /config\.mjs: has no default export/],
  ["that exports a list", { "strideml.config.mjs": "export default [];\n" }, /config\.mjs: is not an object/],
  ["in code with an unknown key", { "strideml.config.mjs": "export default { plugin: [] };\n" }, /config\.mjs: plugin: unknown key plugin/],
  ["with a factory that nobody called", { "strideml.config.mjs": "export default { plugins: [() => ({})] };\n" }, /config\.mjs: plugins\[0\]: is a function.*call it/],
  ["with an import that is nothing", { "strideml.config.mjs": "export default { plugins: [undefined] };\n" }, /config\.mjs: plugins\[0\]: /],
  [
    "with the namespace of a module",
    { "strideml.config.mjs": 'import * as p from "./p.mjs";\nexport default { plugins: [p] };\n', "p.mjs": exporting("() => ''") },
    /plugins\[0\]: is the namespace of a module/,
  ],
  [
    "with an imported plugin that is wrong",
    { "strideml.config.mjs": "export default { plugins: [{ name: 'acme', version: '1.0.0', apiVersion: 1, threats: [{}] }] };\n" },
    /config\.mjs: acme: plugins\[0\]\.threats\[0\]\.id: is missing/,
  ],
  ["that never settles", { "strideml.config.mjs": "await new Promise(() => undefined);\n" }, /config\.mjs: ended without a result/],
  ["beside another", { "strideml.config.ts": "export default {};\n", "strideml.config.yaml": "plugins: []\n" }, /there are 2 configurations in one folder/],
  ["with a path to nowhere", config("./nowhere"), /there is no plugin \.\/nowhere; expected a path relative to the config file/],
  ["with a package that is not installed", config("strideml-plugin-acme"), /is not installed; npm install --save-dev strideml-plugin-acme/],
];

describe("a configuration", () => {
  test.each(WRONG)("%s is told, and nothing is written", (_, files, words) => {
    const cwd = project(files);
    const { code, out, err } = generated(cwd);
    expect([code, out, existsSync(join(cwd, "made.txt"))]).toEqual([2, "", false]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at |bug in strideml/);
  });
  test.each([
    ["is not there", "none.yaml", /none\.yaml: there is no such file/],
    ["is code that is not there", "none.ts", /none\.ts: there is no such file/],
    ["is a folder", "pack", /pack: is no configuration; expected a file such as strideml\.config\.ts/],
    ["is something else", "pack/framework.txt", /is no configuration/],
  ])("that is named and %s is told", (_, name, words) => {
    const { code, err } = strideml(["list", "threats", "--config", name], { cwd: project(pack("pack")) });
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});

test("an imported plugin brings its exporter, which runs from the configuration", () => {
  const cwd = project({
    "strideml.config.ts": 'import acme from "./p.mjs";\nexport default { plugins: [acme] };\n',
    "p.mjs": exporting("({ model }) => `${model.threats.length}\\n`"),
  });
  expect(
    Number(strideml(["generate", "--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public", "-f", "acme-x", "-q"], { cwd }).out),
  ).toBeGreaterThan(10);
});

test("two plugins with one id are told with both files", () => {
  const cwd = project({ ...config("./a", "./b"), ...pack("a"), "b/framework.yaml": framework() });
  expect(generated(cwd).err).toMatch(/b\/framework\.yaml:1:1: .*acme\/controls twice: in b and in a \(.*a\/framework\.yaml:1\)/);
});

test.each([
  ["of one name", { ...config("./x/a", "./y/a"), ...pack("x/a"), ...pack("y/a", "beta") }, /two plugins are called a: this one and .*x\/a/],
  ["that are the same", { ...config("./a", "./a"), ...pack("a") }, /the plugin a is loaded twice; name it once/],
])("two plugins %s are told", (_, files: Files, words) => expect(generated(project(files)).err).toMatch(words));

test("a plugin may need another that stands after it", () => {
  const cwd = project({ ...config("./b", "./a"), "a/framework.yaml": framework(), "a/pack.yaml": "name: a\n", "b/mapping.yaml": mapping() });
  expect(strideml(["plugin", "doctor"], { cwd })).toMatchObject({ code: 0 });
});
