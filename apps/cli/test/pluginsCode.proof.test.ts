// Code that is wrong: it runs in a thread that is ended, and whatever it does becomes one error.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { codeProject, type Diagnosis, examined, exporting, generated, pack, project, told } from "./pluginProject.js";
import { FLAGS, strideml } from "./run.js";

const HEAD = 'name: "acme", version: "1.0.0", apiVersion: 1';

const MODULES: [string, string, string, RegExp][] = [
  ["no default export", "export const plugin = {};", "plugin-shape", /has no default export/],
  ["a text as plugin", 'export default "acme";', "plugin-shape", /is not a plugin/],
  ["nothing as plugin", "export default null;", "plugin-shape", /is not a plugin/],
  ["a list as plugin", "export default [];", "plugin-shape", /is not a plugin/],
  ["a factory that nobody called", "export default () => ({});", "plugin-shape", /call it/],
  ["no name", "export default { version: '1.0.0', apiVersion: 1 };", "plugin-shape", /: name: is missing/],
  ["a name that is none", "export default { name: 'Acme Plugin', version: '1.0.0', apiVersion: 1 };", "invalid", /name: Acme Plugin/],
  ["no version of the contract", "export default { name: 'acme', version: '1.0.0' };", "missing", /apiVersion: is missing; expected 1/],
  ["a future contract", "export default { name: 'acme', version: '1.0.0', apiVersion: 2 };", "api-version", /use a newer strideml/],
  ["a key that nobody knows", `export default { ${HEAD}, threts: [] };`, "unknown-key", /threts/],
  ["an error while it is loaded", "const key = undefined;\n\nthrow new Error('no licence key');", "plugin-load", /mjs:3:: cannot be loaded: no licence key/],
  ["an error in a function that it calls", "const read = () => {\n  null.length;\n};\nread();\nexport default {};", "plugin-load", /mjs:2:: cannot be loaded: TypeError/],
  ["broken syntax", "export default {\n  name: 'acme',\n  version:: 1,\n};", "plugin-load", /mjs:3:: cannot be loaded/],
  ["an import that is not installed", "import 'left-pad-of-acme';\nexport default {};", "plugin-load", /left-pad-of-acme.*npm install/],
  ["an end of its process", "process.exit(0);", "plugin-load", /ended without a result/],
  ["a promise that never settles", "await new Promise(() => undefined);\nexport default {};", "plugin-load", /never settles/],
  ["a loop without end", "for (;;);", "plugin-load", /takes longer than 2 seconds and was ended/],
  ["exporters that are no list", `export default { ${HEAD}, exporters: {} };`, "plugin-shape", /exporters is not a list/],
  ["an exporter that is no object", `export default { ${HEAD}, exporters: ["csv"] };`, "plugin-shape", /exporters\[0\]: is no exporter/],
  [
    "an exporter without its function",
    `export default { ${HEAD}, exporters: [{ id: "a", title: "A", extension: "a", mediaType: "text/plain", deterministic: true }] };`,
    "plugin-shape",
    /exporters\[0\]\.export: is missing/,
  ],
  ["an extension that leads out of the folder", exporting("() => ''").replace("x.txt", "../../x"), "plugin-shape", /exporters\[0\]\.extension/],
  ["a media type that is none", exporting("() => ''").replace("text/plain", "text"), "plugin-shape", /exporters\[0\]\.mediaType/],
  ["the id of a format that is there", exporting("() => ''").replace("acme-x", "sarif"), "duplicate-id", /sarif is there already: in strideml itself/],
  [
    "an importer without its functions",
    `export default { ${HEAD}, importers: [{ id: "a", title: "A", extensions: ["a"] }] };`,
    "plugin-shape",
    /importers\[0\]\.recognises: is missing/,
  ],
  ["a function among its data", `export default { ${HEAD}, threats: [{ id: "acme/x", when: () => true }] };`, "plugin-shape", /threats\[0\]\.when: is a function/],
  ["a date among its data", `export default { ${HEAD}, frameworks: [{ asOf: new Date(0) }] };`, "plugin-shape", /frameworks\[0\]\.asOf: is an object of the class Date/],
  ["a number that JSON has not", `export default { ${HEAD}, threats: [{ score: Infinity }] };`, "plugin-shape", /threats\[0\]\.score: is Infinity/],
  ["data that contains itself", `const t = { id: "acme/x" };\nt.t = t;\nexport default { ${HEAD}, threats: [t] };`, "plugin-shape", /threats\[0\]\.t: is a part of itself/],
  ["a getter that throws", `export default { ${HEAD}, get threats() { throw new Error("not today"); } };`, "plugin-load", /not today/],
  [
    "a reserved key",
    `export default JSON.parse('{ "name": "acme", "version": "1.0.0", "apiVersion": 1, "threats": [{ "__proto__": {} }] }');`,
    "reserved-key",
    /threats\[0\]\.__proto__/,
  ],
  ["a template that is wrong", `export default { ${HEAD}, templates: [{ id: "acme/t", title: "T", description: "D", source: "{{sytem.name}}" }] };`, "template", /mjs:1:/],
];

let cwd = "";
let found = new Map<string, Diagnosis>();
beforeAll(() => {
  const names = MODULES.map((_, index) => `./p${index}.mjs`);
  cwd = project({
    "strideml.config.json": JSON.stringify({ plugins: [...names, "./pack"], codeSeconds: 2 }),
    ...Object.fromEntries(MODULES.map(([, code], index) => [`p${index}.mjs`, code.replaceAll('"acme"', `"acme${index}"`)])),
    ...pack("pack", "pack"),
  });
  found = examined(cwd);
});

describe("a module with", () => {
  test.each(MODULES.map((each, index) => [each[0], index] as const))("%s is told with its cause", (_, index) => {
    const [, , code, words] = MODULES[index]!;
    const { problems } = found.get(`./p${index}.mjs`)!;
    const lines = problems.map(told);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(
      lines.some((line) => line.includes(`p${index}.mjs:`) && words.test(line)),
      lines.join("\n"),
    ).toBe(true);
  });
});

test("broken modules do not keep the doctor from looking at the next, and nothing of them is used", () => {
  expect(found.get("./pack")).toMatchObject({ problems: [] });
  const { code, out, err } = generated(cwd);
  expect([code, out, existsSync(join(cwd, "made.txt"))]).toEqual([2, "", false]);
  expect(err).not.toMatch(/\n\s+at |bug in strideml/);
});

const EXPORTERS: [string, string, RegExp][] = [
  ["throws", "() => { throw new Error('disk on fire'); }", /p\.mjs:4:\d+: exporter acme-x: fails: disk on fire/],
  [
    "says that its format cannot hold the model",
    "() => { throw Object.assign(new Error('a list of none is no list'), { name: 'CannotExport', hint: 'take csv' }); }",
    /p\.mjs: exporter acme-x: a list of none is no list; take csv$/m,
  ],
  ["throws nothing", "() => { throw null; }", /exporter acme-x: fails: it threw a value of type null/],
  ["rejects", "async () => { throw new RangeError('too far'); }", /exporter acme-x: fails: RangeError: too far/],
  ["loops without end", "() => { for (;;); }", /exporter acme-x: takes longer than 1 seconds/],
  ["waits without end", "() => new Promise(() => undefined)", /exporter acme-x: ended without a result/],
  ["waits without end while a timer runs", "() => new Promise(() => setInterval(() => undefined, 50))", /exporter acme-x: takes longer than 1 seconds/],
  ["ends its process", "() => process.exit(0)", /exporter acme-x: ended without a result/],
  ["throws later, where nobody waits", "() => new Promise(() => setTimeout(() => { throw new Error('late'); }, 10))", /exporter acme-x: fails: late/],
  ["gives a number", "() => 42", /gave a value of type number; expected text or a Uint8Array/],
  ["gives nothing", "() => undefined", /gave a value of type undefined/],
  ["gives an object", "() => ({ text: 'x' })", /gave a value of type object/],
];

describe("an exporter that", () => {
  test.each(EXPORTERS)("%s is told, and nothing is written", (_, body, words) => {
    const cwd = codeProject(exporting(body), 1);
    const { code, out, err } = generated(cwd, "-f", "acme-x");
    expect([code, out, existsSync(join(cwd, "made.txt"))]).toEqual([2, "", false]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at |bug in strideml/);
  });
  test("takes all memory is ended", () => {
    const cwd = codeProject(exporting("() => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }"), 60);
    expect(generated(cwd, "-f", "acme-x").err).toMatch(/exporter acme-x: takes more than 1024 MB of memory/);
  });
  test("fails keeps the other formats from being written", () => {
    const cwd = codeProject(exporting("() => { throw new Error('no'); }"));
    expect(strideml(["generate", ...FLAGS, "-f", "json,acme-x", "-o", "out/"], { cwd }).code).toBe(2);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
  test("prints does not get into the document", () => {
    const { code, out, err } = strideml(["generate", ...FLAGS, "-f", "acme-x", "-q"], { cwd: codeProject(exporting("() => { console.log('noise'); return 'document\\n'; }")) });
    expect([code, out, err]).toEqual([0, "document\n", "noise\n"]);
  });
  test("changes its job changes nothing else", () => {
    const cwd = codeProject(exporting("({ model }) => { model.threats.length = 0; Object.prototype.polluted = 1; return 'x'; }"));
    expect(strideml(["generate", ...FLAGS, "-f", "acme-x,json", "-o", "out/"], { cwd }).code).toBe(0);
    const plain = strideml(["generate", ...FLAGS, "-f", "json", "--no-config"], { cwd }).out;
    const { threats } = JSON.parse(strideml(["generate", ...FLAGS, "-f", "json"], { cwd }).out) as { threats: unknown[] };
    expect(threats).toEqual((JSON.parse(plain) as { threats: unknown[] }).threats);
  });
  test("gives bytes has them written as they are", () => {
    const cwd = codeProject(exporting("() => Uint8Array.of(0, 255, 10)"));
    expect(strideml(["generate", ...FLAGS, "-f", "acme-x", "-q", "-o", "made.bin"], { cwd }).code).toBe(0);
    expect(Buffer.from(strideml(["generate", ...FLAGS, "-f", "acme-x", "-q"], { cwd }).out, "utf8").length).toBeGreaterThan(2);
  });
});

test("two formats with one id are told with both files", () => {
  const cwd = project({
    "strideml.config.json": JSON.stringify({ plugins: ["./a.mjs", "./b.mjs"] }),
    "a.mjs": exporting("() => ''"),
    "b.mjs": exporting("() => ''").replace('"acme"', '"beta"'),
  });
  expect(generated(cwd).err).toMatch(/b\.mjs: .*format acme-x is there already: in .*a\.mjs/);
});

test("the doctor and the list say that code runs with the rights of the user, and that data does not", () => {
  const cwd = project({ "strideml.config.json": JSON.stringify({ plugins: ["./a.mjs", "./pack"] }), "a.mjs": exporting("() => ''"), ...pack("pack", "pack") });
  const found = examined(cwd);
  expect([found.get("./a.mjs")!.runsCode, found.get("./pack")!.runsCode]).toEqual([true, false]);
  for (const action of ["doctor", "list"])
    expect(strideml(["plugin", action], { cwd }).out).toMatch(/acme 1\.0\.0 \(code, runs with your rights, .*\n(?:.*\n)*?pack 0\.0\.0 \(data,/);
});

test("a template of a plugin that asks for more than there is is ended", () => {
  const all = "{{#each @root.findings}}";
  const end = "{{/each}}";
  const cwd = project({ "strideml.config.json": JSON.stringify({ plugins: ["./pack"] }), "pack/templates/acme/t.hbs": `${all.repeat(6)}{{title}}${end.repeat(6)}\n` });
  const { code, err } = generated(cwd, "-t", "acme/t");
  expect(code).toBe(2);
  expect(err).toMatch(/acme\/t: takes (?:longer than 10 seconds|more than 256 MB of memory)/);
});
