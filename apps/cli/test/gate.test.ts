// strideml check and strideml diff: what a pipeline asks.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@strideml/plugin-kit";
import { describe, expect, test } from "vitest";
import { ROOT, scratch, strideml } from "./run.js";

const EXAMPLE = "examples/support-assistant.yaml";
const left = (args: string[]) => JSON.parse(strideml(["check", ...args, "--json"]).out) as Finding[];

/** The system of the example with a decision on each finding that is left. */
const decided = (status: string, expires = ""): string => {
  const file = join(scratch(), "system.yaml");
  const text = readFileSync(join(ROOT, EXAMPLE), "utf8").replace(/\ndecisions:[\s\S]*$/, "\n");
  writeFileSync(file, text);
  const decisions = left([file]).map(({ id }) => `    - { id: ${id}, status: ${status}, owner: Head, reason: It was weighed.${expires && `, expires: ${expires}`} }\n`);
  writeFileSync(file, `${text}decisions:\n  findings:\n${decisions.join("")}`);
  return file;
};

describe("strideml check", () => {
  test("names what is left at the band or above it, and exits 1", () => {
    const { code, out, err } = strideml(["check", EXAMPLE]);
    expect(code).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(left([EXAMPLE]).length);
    expect(err).toMatch(/^Customer support assistant: \d+ findings left at high or above that nobody has answered for\n$/);
  });
  test.each(["low", "medium", "high", "critical"])("a finding below %s does not count", (band) => {
    const bands = ["low", "medium", "high", "critical"];
    for (const { residual } of left([EXAMPLE, "--fail-on", band])) expect(bands.indexOf(residual.severity)).toBeGreaterThanOrEqual(bands.indexOf(band));
  });
  test("passes where nothing is left, without a line on standard output", () => {
    const { code, out } = strideml(["check", EXAMPLE, "--fail-on", "critical"]);
    expect([code, out]).toEqual([0, ""]);
  });
  test.each(["accepted", "transferred", "avoided", "false-positive"])("what is %s has been answered for", (status) => {
    expect(strideml(["check", decided(status)]).code).toBe(0);
  });
  test("an acceptance that has expired no longer answers", () => {
    const file = decided("accepted", "2027-01-31");
    expect(strideml(["check", file, "--date", "2027-01-31"]).code).toBe(0);
    expect(strideml(["check", file, "--date", "2027-02-01"]).code).toBe(1);
  });
  test("a misspelt band is bad input, not a passed gate", () => {
    const { code, err } = strideml(["check", EXAMPLE, "--fail-on", "hihg"]);
    expect(code).toBe(2);
    expect(err).toContain("did you mean high?");
  });
});

describe("strideml diff", () => {
  test("a model compared with its own system has not changed", () => {
    const cwd = scratch();
    strideml(["generate", join(ROOT, EXAMPLE), "--output", "earlier.json", "--quiet"], { cwd });
    const { code, out } = strideml(["diff", "earlier.json", join(ROOT, EXAMPLE)], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^Overall {2}\d \w+; residual \d \w+\n\n\d+ findings are as before\.\n$/);
  });
  test("says what appeared, vanished and moved", () => {
    const cwd = scratch();
    const text = readFileSync(join(ROOT, EXAMPLE), "utf8");
    writeFileSync(join(cwd, "a.yaml"), text);
    writeFileSync(join(cwd, "b.yaml"), text.replace("accessLevel: public", "accessLevel: internal"));
    const { out } = strideml(["diff", "a.yaml", "b.yaml"], { cwd });
    expect(out).toMatch(/Vanished: \d+\n {2}- /);
    expect(out).toMatch(/Moved: \d+\n {2}~ \S+ {2}score \d \w+ → \d \w+/);
    const { appeared, vanished, moved } = JSON.parse(strideml(["diff", "b.yaml", "a.yaml", "--json"], { cwd }).out) as Record<"appeared" | "vanished" | "moved", unknown[]>;
    expect([appeared.length > 0, vanished, moved.length > 0]).toEqual([true, [], true]);
  });
  test.each([
    ["one file", [EXAMPLE], /name two files/],
    ["a saved model that is cut off", [EXAMPLE, "CUT"], /cut\.json:\d+:\d+.*not valid JSON/],
    ["standard input", [EXAMPLE, "-"], /standard input/],
  ])("%s is told", (_, args, message) => {
    const cut = join(scratch(), "cut.json");
    writeFileSync(cut, '{"format":"strideml/threat-model@1","system":{');
    const { code, err } = strideml(["diff", ...args.map((arg) => (arg === "CUT" ? cut : arg))]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
