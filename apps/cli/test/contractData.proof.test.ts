// The contract suite on data packs: what it finds in wrong ones, told with the file; and that the examples keep it.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contract, onlyFailure } from "./contract.js";
import { framework, mapping, project } from "./pluginProject.js";
import { ROOT } from "./run.js";

const SHAPE = "has the shape that the schemas ask for, in version 1 of the contract";
const IDS = "has ids of its own, in one namespace";
const NAMES = "names only what there is, in the editions that there are";
const REASONS = "gives a reason for every link, disposition, point of a score and change";
const MODELS = "gives the same threat models when it is read on another day";

const MANIFEST = {
  name: "@acme/strideml-plugin-controls",
  version: "1.0.0",
  license: "MIT",
  keywords: ["strideml-plugin"],
  files: ["framework.yaml", "mapping.yaml"],
  strideml: { pack: ".", apiVersion: 1 },
};

/** A package with a mapping that keeps the contract, with parts of it replaced. */
const packed = (files: Record<string, string> = {}, manifest: object = {}): string =>
  project({ "package.json": JSON.stringify({ ...MANIFEST, ...manifest }), "framework.yaml": framework(), "mapping.yaml": mapping(), ...files });

describe("examples", () => {
  test.each(["norvale-controls", "kr-ai-basic-act", "junit"])("%s keeps it", async (name) => {
    const { names, failures } = await contract(join(ROOT, "examples/plugins", name));
    expect(failures).toEqual({});
    expect(names.length).toBeGreaterThan(8);
  });
});

test("a small pack that is right keeps it", async () => expect((await contract(packed())).failures).toEqual({}));

test("a folder without package.json is a pack too", async () => {
  expect((await contract(project({ "framework.yaml": framework(), "mapping.yaml": mapping() }))).failures).toEqual({});
});

test("a pack may be one file", async () => {
  const folder = project({ "acme.yaml": `name: acme\nversion: 1.0.0\nthreats: []\nframeworks:\n  - ${framework().trim().replaceAll("\n", "\n    ")}\n` });
  expect((await contract(join(folder, "acme.yaml"))).failures).toEqual({});
});

test("what is not there fails the first case, so that a run goes on to other plugins", async () => {
  const [name, message] = await onlyFailure("/nowhere/at/all");
  expect(name).toMatch(/^can be read/);
  expect(message).toMatch(/^\/nowhere\/at\/all: there is no such file/);
});

test("a file that is no YAML is told with its line", async () => {
  const [name, message] = await onlyFailure(packed({ "mapping.yaml": "framework: [\n" }));
  expect(name).toMatch(/^can be read/);
  expect(message).toMatch(/mapping\.yaml:\d+:\d+: /);
});

test("a wrong shape is told, and nothing after it passes unseen", async () => {
  const { failures } = await contract(packed({ "mapping.yaml": mapping().replace("strength: primary", "strength: vital") }));
  expect(Object.keys(failures)).toEqual([SHAPE, IDS, NAMES, MODELS]);
  expect(failures[SHAPE]).toMatch(/mapping\.yaml:\d+:\d+: .*strength: unknown value vital; expected one of primary, supporting/);
  expect(failures[IDS]).toBe(`not looked at before it ${SHAPE}`);
});

test("another version of the contract is a matter of its shape", async () => {
  const folder = project({ "pack.yaml": "name: acme\nversion: 1.0.0\napiVersion: 7\n", "framework.yaml": framework(), "mapping.yaml": mapping() });
  expect((await contract(folder)).failures[SHAPE]).toMatch(/is written for version 7 of the plugin contract; expected version 1/);
});

test("keys that reach into the language are told before all else", async () => {
  const { failures } = await contract(packed({ "framework.yaml": `${framework()}__proto__: { polluted: true }\n` }));
  expect(failures["has no keys that reach into the language"]).toMatch(/__proto__ is reserved/);
});

test("ids without a namespace are told", async () => {
  const { failures } = await contract(packed({ "framework.yaml": framework().replace("acme/", ""), "mapping.yaml": mapping().replace("acme/", "") }));
  expect(failures[IDS]).toMatch(/the id controls is not in the namespace of the plugin; expected acme\/controls/);
});

test("a threat that there is not is told with its line", async () => {
  const { failures } = await contract(packed({ "mapping.yaml": mapping().replace("model-extraction", "model-extractoin") }));
  expect(Object.keys(failures)).toEqual([NAMES, MODELS]);
  expect(failures[NAMES]).toMatch(/mapping\.yaml:\d+:\d+: .*no threat is called model-extractoin; did you mean model-extraction\?/);
});

test("a requirement of which nothing is said is told", async () => {
  const two = `${framework()}  - { id: C-2, title: Logs are kept, kind: control }\n`;
  expect((await contract(packed({ "framework.yaml": two }))).failures[NAMES]).toMatch(/C-2 has neither a link nor a disposition/);
});

test.each(["TODO: say why this is so", "n/a for now, we shall see later", "Same as above, more or less so"])("filler is no rationale: %s", async (rationale) => {
  const [name, message] = await onlyFailure(packed({ "mapping.yaml": mapping().replace(/rationale: .*/, `rationale: "${rationale}"`) }));
  expect(name).toBe(REASONS);
  expect(message).toMatch(/mappings\[0\]\.links\[0\]\.rationale: .*expected the reason itself/);
});

test("one rationale for two requirements says nothing about either", async () => {
  const two = `${framework()}  - { id: C-2, title: Logs are kept, kind: control }\n`;
  const link = mapping().slice(mapping().indexOf("  - requirement"));
  const [name, message] = await onlyFailure(packed({ "framework.yaml": two, "mapping.yaml": `${mapping()}${link.replace("C-1", "C-2")}` }));
  expect(name).toBe("has a rationale of its own for every requirement that it links");
  expect(message).toMatch(/acme\/controls C-2: has the rationale of C-1/);
});

test("a mapping of another plugin's framework is tested beside that plugin", async () => {
  const more = mapping().replace("model-extraction", "targeted-data-poisoning").replace("A copy is made", "Poison is fed in");
  const other = project({ "pack.yaml": "name: beside\nversion: 1.0.0\n", "mapping.yaml": more });
  expect((await contract(other)).failures[NAMES]).toMatch(/no framework is called acme\/controls/);
  expect((await contract(other, { alongside: [packed()] })).failures).toEqual({});
});

describe("package.json", () => {
  const SAYS = "says in package.json what it is";
  test.each<[string, object, RegExp]>([
    ["no keyword", { keywords: [] }, /keywords: lacks "strideml-plugin"/],
    ["no licence", { license: undefined }, /license: is missing/],
    ["no version of the contract", { strideml: { pack: "." } }, /strideml: expected \{ "apiVersion": 1 \}/],
  ])("%s", async (_, manifest, message) => {
    const [name, told] = await onlyFailure(packed({}, manifest));
    expect(name).toBe(SAYS);
    expect(told).toMatch(message);
  });
  test("a file that would not be published is told", async () => {
    const [name, message] = await onlyFailure(packed({}, { files: ["framework.yaml"] }));
    expect(name).toBe("publishes every file that it was tested with");
    expect(message).toMatch(/leaves out mapping\.yaml/);
  });
  test("files beside the pack need not be published", async () => {
    expect((await contract(packed({ "strideml.config.yaml": "plugins: [./]\n", "package-lock.json": "{}", "fixtures/readme.json": "{}" }))).failures).toEqual({});
  });
  test("a pack in a folder of its package is found there, under the name of the package", async () => {
    const folder = project({
      "package.json": JSON.stringify({ ...MANIFEST, files: ["pack"], strideml: { pack: "./pack", apiVersion: 1 } }),
      "pack/framework.yaml": framework(),
      "pack/mapping.yaml": mapping(),
    });
    expect((await contract(folder)).failures).toEqual({});
  });
});
