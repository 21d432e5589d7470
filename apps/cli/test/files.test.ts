import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLI, FLAGS, scratch, strideml } from "./run.js";

const command = `"${process.execPath}" "${CLI}"`;
const shell = (script: string, cwd: string) => {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  return { code: status, out: stdout, err: stderr };
};

describe("what is written", () => {
  test("a link stays one: what it leads to is written, also where that is not there yet", () => {
    const cwd = scratch();
    symlinkSync("real.md", join(cwd, "link.md"));
    expect(strideml(["generate", ...FLAGS, "-q", "-o", "link.md"], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, "link.md")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "real.md"), "utf8")).toContain("# Threat model");
    expect(readdirSync(cwd).toSorted()).toEqual(["link.md", "real.md"]);
  });
  test("links that lead to themselves are told", () => {
    const cwd = scratch();
    symlinkSync("b", join(cwd, "a"));
    symlinkSync("a", join(cwd, "b"));
    expect(strideml(["generate", ...FLAGS, "-o", "a"], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining("a: a link leads to itself") as string });
  });
  test("a file keeps its permissions", () => {
    const cwd = scratch();
    writeFileSync(join(cwd, "secret.md"), "");
    chmodSync(join(cwd, "secret.md"), 0o600);
    strideml(["generate", ...FLAGS, "-q", "-o", "secret.md"], { cwd });
    expect(statSync(join(cwd, "secret.md")).mode & 0o777).toBe(0o600);
  });
  test("a pipe is written into, and stays one", () => {
    const cwd = scratch();
    const { out } = shell(`mkfifo pipe && { cat pipe & ${command} generate ${FLAGS.join(" ")} -q -o pipe; wait; }`, cwd);
    expect(out).toContain("# Threat model");
    expect(lstatSync(join(cwd, "pipe")).isFIFO()).toBe(true);
  });
  test("one format twice is one file", () => {
    const cwd = scratch();
    expect(strideml(["generate", ...FLAGS, "-q", "-f", "md,md", "-o", "out/"], { cwd })).toMatchObject({ code: 0, err: "" });
  });
  test("an output without a name", () => expect(strideml(["generate", ...FLAGS, "-o", ""])).toMatchObject({ code: 2, out: "" }));
});

describe.runIf(existsSync("/dev/full"))("a disk that is full", () => {
  test("under standard output is no bug", () => {
    expect(shell(`${command} generate ${FLAGS.join(" ")} -q > /dev/full`, scratch())).toMatchObject({ code: 2, err: "error: standard output: there is no space left\n" });
  });
  test("under standard error stops no data", () => {
    const { code, out } = shell(`${command} generate ${FLAGS.join(" ")} 2> /dev/full`, scratch());
    expect(code).toBe(0);
    expect(out).toContain("# Threat model");
  });
});

describe("what is read", () => {
  test.runIf(existsSync("/dev/zero"))("a file without end is given up on", () => {
    expect(strideml(["validate", "/dev/zero"])).toMatchObject({ code: 2, err: expect.stringContaining("/dev/zero: is larger than 1 MB") as string });
  });
  test("a saved threat model in place of a system file", () => {
    const cwd = scratch();
    strideml(["generate", ...FLAGS, "-q", "-o", "model.json"], { cwd });
    const { code, err } = strideml(["generate", "model.json"], { cwd });
    expect([code, err]).toEqual([2, "error: model.json: is a threat model, not the system file that it was made from; name the system file\n"]);
  });
  test.each([
    ["null", /n\.json: is not a file of StrideML/],
    ["{", /n\.json:1:2: is not valid JSON/],
  ])("%s as a baseline", (text, message) => {
    const cwd = scratch();
    writeFileSync(join(cwd, "n.json"), text);
    const { code, err } = strideml(["generate", ...FLAGS, "-f", "sarif", "--baseline", "n.json"], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
  test("decisions that name nothing are warned of with their place; the file is valid", () => {
    const cwd = scratch();
    writeFileSync(
      join(cwd, "a.yaml"),
      `schemaVersion: 1\nsystem: {name: A}\nprofile: {modelType: rag, deployment: saas, dataSensitivity: personal, accessLevel: public}\ndecisions:\n  mitigations:\n    - id: limit-query-rate-per-identty\n      status: in-place\n`,
    );
    const { code, err } = strideml(["validate", "a.yaml"], { cwd });
    expect(code).toBe(0);
    expect(err).toContain(
      "warning: a.yaml:6:7: decisions.mitigations[0].id: limit-query-rate-per-identty names nothing in this model; did you mean limit-query-rate-per-identity?",
    );
  });
});

test("control characters of a file reach no terminal", () => {
  const input = `schemaVersion: 1\nsystem: {name: "\\e[31mA"}\nprofile: {modelType: rag, deployment: saas, dataSensitivity: personal, accessLevel: public}\ndecisions:\n  findings:\n    - {id: indirect-prompt-injection@prompt-orchestrator, status: mitigated, owner: "\\e[31mo", reason: "\\e]0;t\\a\\u202E"}\n`;
  for (const args of [
    ["explain", "indirect-prompt-injection", "-"],
    ["generate", "-"],
    ["obligations", "-", "--on", "2026-12-02"],
  ]) {
    const { code, out, err } = strideml(args, { input });
    expect(code).toBe(0);
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  }
});

const SCRIPT = spawnSync("script", ["--version"]).status === 0;

test.runIf(SCRIPT)("leaving a question with Ctrl-D is told, and writes nothing", () => {
  const cwd = scratch();
  const { code, out } = shell(`printf '\\004' | script -qec '${command} init x.yaml' /dev/null`, cwd);
  expect(code).toBe(2);
  expect(out).toContain("error: cancelled");
  expect(readdirSync(cwd)).toEqual([]);
});

test("what is no JSON in a batch is told alike by every version of Node", () => {
  expect(JSON.parse(strideml(["batch", "-"], { input: '{"a": tru}\n' }).out)).toEqual({
    problems: [{ code: "json", message: "is not valid JSON", path: [], expected: "one system as JSON in UTF-8, in one line", column: 7 }],
  });
});

test("help COMMAND says what COMMAND --help says", () => expect(strideml(["help", "batch"])).toEqual(strideml(["batch", "--help"])));
