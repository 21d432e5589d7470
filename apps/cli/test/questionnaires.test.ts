import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FLAGS, ROOT, scratch, strideml } from "./run.js";

const EXAMPLE = "examples/consumer-credit-scorer.yaml";

const copied = () => {
  const cwd = scratch();
  copyFileSync(join(ROOT, EXAMPLE), join(cwd, "s.yaml"));
  return cwd;
};

describe("strideml obligations", () => {
  test("says what binds on the day and what comes next", () => {
    const { out, code } = strideml(["obligations", EXAMPLE, "--on", "2026-11-23"]);
    expect(code).toBe(0);
    expect(out).toMatch(/What binds on 2026-11-23\n {2}2025-02-02 {2}Article 4 /);
    expect(out).toMatch(/What comes next\n(?:.*\n)*? {2}2027-12-02 {2}Article 9 /);
  });
  test("a role sees its own duties only", () => {
    const { out } = strideml(["obligations", EXAMPLE, "--on", "2028-01-01", "--role", "deployer"]);
    expect(out).toContain("Article 26 ");
    expect(out).not.toContain("Article 9 ");
  });
  test("without answers nothing is claimed, and the questions are named", () => {
    const { out } = strideml(["obligations", ...FLAGS, "--on", "2026-11-23"]);
    expect(out).toContain("What binds on 2026-11-23\n  nothing");
    expect(out).toMatch(/What else may bind, depending on: .*roles/);
  });
  test("without answers no high-risk duty has one day only: each route has its own", () => {
    const { out } = strideml(["obligations", ...FLAGS, "--on", "2026-11-23"]);
    for (const day of ["2027-12-02", "2028-08-02"]) for (const article of ["Article 9 ", "Article 15 ", "Annex IV "]) expect(out).toContain(`  ${day}  ${article}`);
  });
  test("a day that is an inference is said to be one", () => {
    const { out } = strideml(["obligations", EXAMPLE, "--on", "2026-11-23"]);
    expect(out).toContain("Article 5(1)(ba), Article 5(1)(bb), Article 5(1a), Article 5(1b): Inserted by (EU) 2026/1744.");
    expect(out).toMatch(/About these days\n(?:.*\n)*? {2}.*Article 73.*: By the text from 2026-08-02; in effect from 2027-12-02/);
  });
  test("points of one article that bind different roles are told apart", () => {
    const { out } = strideml(["obligations", EXAMPLE, "--on", "2028-01-01"]);
    expect(out).toContain("Article 5(1)(h) (general; deployer)");
    expect(out).toMatch(/Article 14 Human oversight, \d points \(annex-iii; provider\)/);
  });
  test("a private deployer registers nothing, and the provider's design is not the deployer's duty", () => {
    const { out } = strideml(["obligations", EXAMPLE, "--on", "2028-01-01", "--role", "deployer"]);
    expect(out).not.toContain("Article 49 ");
    expect(out).toMatch(/Article 14 .*, Article 14\(3\) /);
  });
  test("facts of half a year ago are called old, unless the day was asked for", () => {
    expect(strideml(["obligations", EXAMPLE, "--date", "2027-07-01"]).err).toContain("were checked on 2026-11-22");
    expect(strideml(["obligations", EXAMPLE, "--on", "2027-12-02"]).err).toBe("");
  });
  test("as JSON it has outcomes and the calendar", () => {
    const { outcomes, calendar } = JSON.parse(strideml(["obligations", EXAMPLE, "--on", "2026-11-23", "--json"]).out) as {
      outcomes: { id: string }[];
      calendar: { on: string; next: unknown[] };
    };
    expect(outcomes.map(({ id }) => id)).toContain("annex-iii");
    expect(calendar.on).toBe("2026-11-23");
    expect(calendar.next.length).toBeGreaterThan(10);
  });
  test.each([
    [["--on", "2026-02-30"], "is not a day"],
    [["--role", "provder"], "did you mean provider?"],
    [["--answer", "roles=deployr"], "did you mean deployer?"],
    [["--answer", "roles"], "is not QUESTION=VALUE"],
  ])("%j is told what is wrong with it", (more, words) => {
    const { code, err } = strideml(["obligations", EXAMPLE, ...more]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe("strideml answer", () => {
  test("changes one answer and leaves comments and order", () => {
    const cwd = copied();
    expect(strideml(["answer", "eu-ai-act", "s.yaml", "--answer", "size=sme"], { cwd }).code).toBe(0);
    const before = readFileSync(join(ROOT, EXAMPLE), "utf8").split("\n");
    const changed = readFileSync(join(cwd, "s.yaml"), "utf8")
      .split("\n")
      .filter((line) => !before.includes(line));
    expect(changed.map((line) => line.trim())).toContain("size: sme");
    expect(readFileSync(join(cwd, "s.yaml"), "utf8")).toContain("# An example: a system of the kind that real organisations run");
  });
  test("a wrong answer is told, and the file stays as it was", () => {
    const cwd = copied();
    const { code, err } = strideml(["answer", "eu-ai-act", "s.yaml", "--answer", "placed-on=tomorrow"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("YYYY-MM-DD");
    expect(readFileSync(join(cwd, "s.yaml"), "utf8")).toBe(readFileSync(join(ROOT, EXAMPLE), "utf8"));
  });
});

describe("strideml decide", () => {
  test("ticks of a filled-in checklist lower the residual score", () => {
    const cwd = copied();
    strideml(["generate", "s.yaml", "-t", "checklist", "-o", "list.md", "-q"], { cwd });
    const list = readFileSync(join(cwd, "list.md"), "utf8").replaceAll("- [ ] Yes", "- [x] Yes");
    writeFileSync(join(cwd, "list.md"), list);
    const { code, err } = strideml(["decide", "list.md", "s.yaml"], { cwd });
    expect(code).toBe(0);
    const [, before = "", after = ""] = /residual (\d+) → (\d+)/.exec(err)!;
    expect(Number(after)).toBeLessThan(Number(before));
    strideml(["generate", "s.yaml", "-t", "checklist", "-o", "again.md", "-q"], { cwd });
    expect(readFileSync(join(cwd, "again.md"), "utf8")).not.toContain("- [ ] Yes");
  });
  test("two ticks on one control are told with their line, and nothing is written", () => {
    const cwd = copied();
    strideml(["generate", "s.yaml", "-t", "checklist", "-o", "list.md", "-q"], { cwd });
    writeFileSync(join(cwd, "list.md"), readFileSync(join(cwd, "list.md"), "utf8").replace("- [ ] Yes\n- [ ] Partly", "- [x] Yes\n- [x] Partly"));
    const { code, err } = strideml(["decide", "list.md", "s.yaml"], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/list\.md:\d+.*2 boxes ticked/);
    expect(readFileSync(join(cwd, "s.yaml"), "utf8")).toBe(readFileSync(join(ROOT, EXAMPLE), "utf8"));
  });
});

test("wrong answers in a system file are told with their line", () => {
  const cwd = copied();
  writeFileSync(join(cwd, "s.yaml"), readFileSync(join(cwd, "s.yaml"), "utf8").replace("uses: [5b]", "uses: [5x]").replace("deployer-kind:", "deployer-kin:"));
  const { code, err } = strideml(["validate", "s.yaml"], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/s\.yaml:\d+:\d+: .*unknown value 5x/);
  expect(err).toMatch(/s\.yaml:\d+:\d+.*did you mean deployer-kind\?/);
});
