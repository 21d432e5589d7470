// The contract suite on templates, on threats that name examples, and on fixtures.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CodePlugin } from "@strideml/plugin-kit";
import { scaffold } from "create-strideml-plugin";
import { describe, expect, test } from "vitest";
import { contract, onlyFailure } from "./contract.js";
import { project } from "./pluginProject.js";
import { ROOT } from "./run.js";

const SYSTEM = "schemaVersion: 1\nsystem: { name: Gate }\nprofile: { modelType: computer-vision, deployment: edge, dataSensitivity: biometric, accessLevel: public }\n";

/** The threat that the scaffold starts from, perhaps changed, and other files. */
const threats = (files: Record<string, string> = {}, change: (threat: string) => string = (text) => text): string => {
  const made = scaffold("threats", "acme", "0.1.0");
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return project({ ...Object.fromEntries(made.value.map(({ path, text }) => [path, path.startsWith("threats/") ? change(text) : text])), ...files });
};

describe("templates", () => {
  const template = (source: string): CodePlugin => ({
    name: "acme",
    version: "1.0.0",
    apiVersion: 1,
    templates: [{ id: "acme/board", title: "Board", description: "For the board.", source }],
  });
  test("a template that fits keeps it", async () => expect((await contract(template("# {{system.name}}\n"))).failures).toEqual({}));
  test("a name that there is not", async () => {
    const { failures } = await contract(template("# {{system.nmae}}\n"));
    expect(failures["template acme/board: uses only names that there are"]).toMatch(/template acme\/board:1:5: nothing is called system\.nmae here/);
  });
  test("a template that says nothing about some systems", async () => {
    const [name, message] = await onlyFailure(template('{{#if (eq system.name "Customer support assistant")}}Hello{{/if}}'));
    expect(name).toBe("template acme/board: says something about systems of several kinds");
    expect(message).toMatch(/says nothing about ad-bidding-policy/);
  });
});

describe("threats", () => {
  const CASE = "threat acme/badge-cloning: fires on its examples and is quiet on the others";

  test("a threat that fires where it says keeps it", async () => {
    const { names: all, failures } = await contract(threats());
    expect(failures).toEqual({});
    expect(all).toContain(CASE);
  });
  test.each<[string, string, string, RegExp]>([
    ["does not fire", "fires: [factory-gate-camera]", "fires: [support-assistant]", /examples\.fires: does not fire on support-assistant/],
    ["fires where it should be quiet", "quiet: [support-assistant]", "quiet: [factory-gate-camera]", /examples\.quiet: fires on factory-gate-camera/],
    ["names an example that there is not", "quiet: [support-assistant]", "quiet: [nowhere]", /no example is called nowhere; there are .*factory-gate-camera/],
    ["is never quiet, it says", "quiet: [support-assistant]", "quiet: []", /examples\.quiet: names none, and it is quiet on ad-bidding-policy/],
  ])("a threat that %s", async (_, before, after, message) => {
    const [name, told] = await onlyFailure(threats({}, (text) => text.replace(before, after)));
    expect(name).toBe(CASE);
    expect(told).toMatch(message);
  });
  test("a threat that no answers make appear", async () => {
    const folder = threats({}, (text) =>
      text.replace("when: { modelType: computer-vision }", "when: { all: [{ modelType: computer-vision }, { modelType: llm }] }").replace(/^examples:(?:\n {2}.*)+/m, ""),
    );
    const [name, message] = await onlyFailure(folder);
    expect(name).toBe("threat acme/badge-cloning: happens to some system");
    expect(message).toMatch(/no answers make it appear; look at its condition/);
  });
  test("examples of the plugin count too", async () => {
    const folder = threats({ "examples/gate.yaml": SYSTEM }, (text) => text.replace("[factory-gate-camera]", "[gate]"));
    expect((await contract(folder)).failures).toEqual({});
  });
});

describe("fixtures", () => {
  const fixture = "fixture gate: gives what is expected";
  const expected = (folder: string) => join(folder, "fixtures/gate/expected.json");

  test("a fixture without what is expected fails until it is written; then it holds", async () => {
    const folder = threats({ "fixtures/gate/input.yaml": SYSTEM });
    expect(await onlyFailure(folder)).toEqual([fixture, `${expected(folder)}: is missing; STRIDEML_UPDATE=1 writes it`]);
    expect((await contract(folder, { update: true })).failures).toEqual({});
    expect(JSON.parse(readFileSync(expected(folder), "utf8"))).toMatchObject({ findings: [{ id: expect.stringMatching(/^acme\/badge-cloning@/) as string, status: "open" }] });
    expect((await contract(folder)).failures).toEqual({});
  });
  test("a change shows as a difference with its line", async () => {
    const folder = threats({ "fixtures/gate/input.yaml": SYSTEM });
    await contract(folder, { update: true });
    const text = readFileSync(expected(folder), "utf8");
    writeFileSync(expected(folder), text.replace(/"score": \d+/, '"score": 77'));
    const [, message] = await onlyFailure(folder);
    expect(message).toMatch(
      /expected\.json: is not what the plugin makes; look at the difference, then STRIDEML_UPDATE=1\nfrom line \d+ on:\n(?: .*\n)*- +"score": 77,\n\+ +"score": \d,\n/,
    );
  });
  test("the environment says when to write", async () => {
    const folder = threats({ "fixtures/gate/input.yaml": SYSTEM });
    process.env["STRIDEML_UPDATE"] = "1";
    try {
      expect((await contract(folder)).failures).toEqual({});
    } finally {
      delete process.env["STRIDEML_UPDATE"];
    }
    expect((await contract(folder)).failures).toEqual({});
  });
  test("what nothing makes any more is told, and taken away", async () => {
    const folder = threats({ "fixtures/gate/input.yaml": SYSTEM, "fixtures/gate/expected.old.md": "old" });
    await contract(folder, { update: true });
    expect((await contract(folder)).failures).toEqual({});
    writeFileSync(join(folder, "fixtures/gate/expected.old.md"), "old");
    expect((await onlyFailure(folder))[1]).toMatch(/expected\.old\.md: nothing makes it any more; STRIDEML_UPDATE=1 takes it away/);
  });
  test("an input that is no system is told with its place", async () => {
    const [name, message] = await onlyFailure(threats({ "fixtures/gate/input.yaml": SYSTEM.replace("edge", "egde") }));
    expect(name).toBe(fixture);
    expect(message).toMatch(/fixtures\/gate\/input\.yaml: profile\.deployment: unknown value egde; .*did you mean edge/);
  });
  test("documents and files of exporters are compared as well", async () => {
    const folder = project({
      "index.mjs": `import { definePlugin } from "@strideml/plugin-kit";
export default definePlugin({ name: "acme", version: "1.0.0", apiVersion: 1,
  templates: [{ id: "acme/board", title: "Board", description: "For the board.", source: "# {{system.name}}\\n" }],
  exporters: [{ id: "acme-x", title: "X", extension: "x.txt", mediaType: "text/plain", deterministic: true, export: ({ model }) => model.system.name.replaceAll(/\\p{Cc}/gu, "") }] });\n`,
      "fixtures/gate/input.yaml": SYSTEM,
      "node_modules/@strideml/plugin-kit": { link: join(ROOT, "packages/plugin-kit") },
    });
    expect((await contract(join(folder, "index.mjs"), { update: true })).failures).toEqual({});
    expect(readFileSync(join(folder, "fixtures/gate/expected.board.md"), "utf8")).toBe("# Gate\n");
    expect(readFileSync(join(folder, "fixtures/gate/expected.x.txt"), "utf8")).toBe("Gate");
    writeFileSync(join(folder, "fixtures/gate/expected.x.txt"), "Gote");
    expect((await onlyFailure(join(folder, "index.mjs")))[1]).toMatch(/\n- Gote\n\+ Gate/);
  });
});
