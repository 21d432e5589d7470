import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS, scratch, strideml } from "./run.js";

const GOOD = "schemaVersion: 1\nsystem:\n  name: A\nprofile:\n  modelType: rag\n  deployment: saas\n  dataSensitivity: personal\n  accessLevel: public\n";
const BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
  .split("")
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
  .join("\n")}\n`;

const FILES: [string, string | Buffer, RegExp][] = [
  ["an unknown value", GOOD.replace("saas", "sass"), /file\.yaml:6:\d+: profile\.deployment: unknown value sass; expected one of .*; did you mean saas\?/],
  ["a misspelt key", GOOD.replace("modelType", "modeltype"), /file\.yaml:5:3: profile\.modeltype: unknown key/],
  ["a wrong type", GOOD.replace("name: A", "name: [A]"), /file\.yaml:3:\d+: system\.name: is a list; expected a string/],
  ["an empty file", "", /input is empty/],
  ["only a comment", "# nothing\n", /input is empty/],
  ["broken YAML", "schemaVersion: 1\n  system: [\n", /file\.yaml:\d+:\d+: /],
  ["a key twice", `${GOOD}system:\n  name: B\n`, /file\.yaml:9:1: this key is there twice/],
  ["aliases that explode", GOOD + BOMB, /aliases/],
  ["a reserved key", `${GOOD}context:\n  __proto__:\n    x: 1\n`, /file\.yaml:10:3: context\.__proto__: the key __proto__ is reserved/],
  ["ten megabytes", `# ${"x".repeat(10 * 1024 * 1024)}\n${GOOD}`, /larger than 1 MB/],
  ["invalid UTF-8", Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe, 0x80])]), /file\.yaml:9:1: is not valid UTF-8/],
  ["UTF-16", Buffer.from(`\uFEFF${GOOD}`, "utf16le"), /file\.yaml:1:1: is UTF-16/],
  ["an empty top", "a: 1\n", /file\.yaml:1:1: schemaVersion: is missing/],
  ["deep nesting", `${GOOD}context: ${"[".repeat(50_000)}`, /file\.yaml:9:\d+: is nested too deeply/],
];

describe("a bad system file", () => {
  test.each(FILES)("%s: where, what and what to do; exit 2, no stack trace, nothing on stdout", (_, content, expected) => {
    const cwd = scratch();
    writeFileSync(join(cwd, "file.yaml"), content);
    const { code, out, err } = strideml(["generate", "file.yaml"], { cwd });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
    expect([code, out]).toEqual([2, ""]);
  });
  test("a directory in its place", () => {
    const cwd = scratch();
    mkdirSync(join(cwd, "folder"));
    expect(strideml(["generate", "folder"], { cwd })).toMatchObject({ code: 2, err: "error: folder: is a directory, not a file\n" });
  });
  test("no such file", () => expect(strideml(["generate", "nowhere.yaml"]).err).toContain("nowhere.yaml: there is no such file"));
  test("all problems are told at once", () => {
    const cwd = scratch();
    writeFileSync(join(cwd, "file.yaml"), GOOD.replace("saas", "sass").replace("rag", "rug").replace("public", "pubic"));
    expect(strideml(["validate", "file.yaml"], { cwd }).err.trim().split("\n")).toHaveLength(3);
  });
  test("problems as JSON", () => {
    const cwd = scratch();
    writeFileSync(join(cwd, "file.yaml"), GOOD.replace("saas", "sass"));
    expect(JSON.parse(strideml(["validate", "file.yaml", "--json"], { cwd }).out)).toEqual([
      expect.objectContaining({ code: "unknown-value", file: "file.yaml", line: 6, hint: "did you mean saas?" }),
    ]);
  });
});

const USAGE: [string, string[], RegExp][] = [
  ["no command", [], /^$/],
  ["a misspelt command", ["genrate"], /did you mean generate\?/],
  ["a misspelt flag", ["generate", "--model-typ", "rag"], /did you mean --model-type\?/],
  ["a flag without its value", ["generate", "--model-type"], /argument missing|ambiguous/i],
  ["an unknown template", ["generate", ...FLAGS, "-t", "thread-model"], /did you mean threat-model\?/],
  ["an unknown format", ["generate", ...FLAGS, "-f", "markdown"], /no format markdown/],
  ["two files", ["generate", "a.yaml", "b.yaml"], /one argument too many/],
  ["a day that does not exist", ["generate", ...FLAGS, "--date", "2026-02-30"], /not a day/],
  ["flags that leave answers open", ["generate", "--model-type", "rag"], /--deployment: is missing/],
  ["a finding that is not there", ["explain", "shilling-attack", ...FLAGS], /does not apply/],
  ["a misspelt finding", ["explain", "model-extration", ...FLAGS], /did you mean/],
  ["nothing to list", ["list"], /strideml list threats/],
  ["init without a terminal and without flags", ["init", "x.yaml"], /no terminal to ask on/],
];

describe("a command line that is wrong", () => {
  test.each(USAGE)("%s: exit 2 and what to do", (_, args, expected) => {
    const { code, err } = strideml(args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
