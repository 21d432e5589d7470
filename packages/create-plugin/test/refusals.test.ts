// What the scaffold refuses, told once with what would do; and that nothing is left of what it began.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scaffold } from "../src/index.js";
import { create, desk, strideml } from "./desk.js";

const NAME = "@acme/strideml-plugin-new";

/** All that is in a folder but the mark of a repository. */
const inside = (folder: string) => readdirSync(folder).filter((name) => name !== ".git");

describe.each<[string, (args: string[], cwd: string) => ReturnType<typeof create>]>([
  ["npm create strideml-plugin", create],
  [
    "strideml plugin new",
    ([kind = "", name, folder], cwd) => strideml(["plugin", "new", kind, ...(name === undefined ? [] : [name]), ...(folder === undefined ? [] : ["--output", folder])], cwd),
  ],
])("%s", (_, run) => {
  test.each<[string, string[], RegExp]>([
    ["a kind that there is not", ["mappings", NAME], /there is no kind of plugin mappings; expected one of mapping, framework, threats, template, exporter/],
    ["no name", ["mapping"], /say what the package is called; expected .*@acme\/strideml-plugin-controls/],
    ["capital letters", ["mapping", "Acme"], /Acme is no package name; expected lower-case letters/],
    ["a path", ["mapping", "../acme"], /\.\.\/acme is no package name/],
    ["a path behind a scope", ["mapping", "@acme/.."], /@acme\/\.\. is no package name/],
    ["a name of npm", ["mapping", "node_modules"], /the name node_modules is taken/],
    ["a name of ours", ["mapping", "@strideml/catalog"], /the name @strideml\/catalog is taken/],
    ["a name of 300 letters", ["mapping", "a".repeat(300)], /^error: a{60}… is no package name/],
  ])("refuses %s", (__, args, message) => {
    const cwd = desk();
    const { code, out, err } = run(args, cwd);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(inside(cwd)).toEqual([]);
  });
  test("refuses a folder in which something is", () => {
    const cwd = desk();
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine/notes.txt"), "mine");
    const { code, err } = run(["mapping", NAME, "mine"], cwd);
    expect({ code, err }).toEqual({ code: 2, err: "error: mine: is there already, and not empty; nothing was written; choose another folder\n" });
    expect(inside(join(cwd, "mine"))).toEqual(["notes.txt"]);
    expect(readFileSync(join(cwd, "mine/notes.txt"), "utf8")).toBe("mine");
  });
  test("takes an empty folder", () => {
    const cwd = desk();
    mkdirSync(join(cwd, "mine"));
    expect(run(["mapping", NAME, "mine"], cwd).code).toBe(0);
    expect(inside(join(cwd, "mine"))).toContain("package.json");
    expect(inside(cwd)).toEqual(["mine"]);
  });
  test("refuses a file in the place of the folder", () => {
    const cwd = desk();
    writeFileSync(join(cwd, "mine"), "");
    expect(run(["mapping", NAME, "mine"], cwd)).toMatchObject({ code: 2, err: "error: mine: is a file; nothing was written; choose another folder\n" });
  });
  test("refuses a folder below a file", () => {
    const cwd = desk();
    writeFileSync(join(cwd, "mine"), "");
    expect(run(["mapping", NAME, "mine/below"], cwd)).toMatchObject({
      code: 2,
      err: "error: mine/below: a part of the path is not a directory; nothing was written; choose another folder\n",
    });
  });
  test("refuses a place where no folder can be made, and leaves nothing", () => {
    const { code, err } = run(["mapping", NAME, "/proc/nowhere/mine"], desk());
    expect({ code, err }).toEqual({ code: 2, err: "error: /proc/nowhere/mine: cannot be made there; nothing was written; choose another folder\n" });
  });
  test("refuses one argument too many", () => {
    const cwd = desk();
    expect(run === create ? run(["mapping", NAME, "a", "b"], cwd) : strideml(["plugin", "new", "mapping", NAME, "b"], cwd)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/one argument too many: b/) as string,
    });
    expect(inside(cwd)).toEqual([]);
  });
});

test("--help says what to say", () =>
  expect(create(["--help"], desk())).toMatchObject({ code: 0, out: expect.stringMatching(/^npm create strideml-plugin KIND NAME \[FOLDER\]/) as string, err: "" }));

describe("namespaces", () => {
  const namespaceIn = (name: string) => {
    const made = scaffold("mapping", name, "0.1.0");
    if (!made.ok) throw new Error(name);
    return /^id: ([^/]+)\/controls$/m.exec(made.value.find(({ path }) => path === "framework.yaml")!.text)![1];
  };
  test.each([
    ["@acme/strideml-plugin-controls", "acme"],
    ["strideml-plugin-badges", "badges"],
    ["strideml-badges", "badges"],
    ["acme.controls_v2", "acme-controls-v2"],
    ["a".repeat(200), "a".repeat(40)],
  ])("%s writes into %s", (name, namespace) => expect(namespaceIn(name)).toBe(namespace));
});

test("the same name gives the same files", () => expect(scaffold("threats", NAME, "0.1.0")).toEqual(scaffold("threats", NAME, "0.1.0")));
