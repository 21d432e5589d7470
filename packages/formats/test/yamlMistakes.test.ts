import { expect, test } from "vitest";
import { readYaml } from "../src/index.js";

const wrong = (text: string) => {
  const source = readYaml(text, "x.yaml");
  return source.ok ? [] : source.problems;
};

const MISTAKES: [what: string, text: string, message: RegExp, line: number, column: number][] = [
  ["an alias of nothing", "a: 1\nb: *nope\n", /anchor .* not there/, 2, 4],
  ["an alias within itself", "a: &x\n  - *x\n", /part of/, 2, 5],
  ["an alias within itself, many times over", `a: &x [${Array(40).fill("*x").join(",")}]\n`, /part of/, 1, 8],
  ["aliases that explode", `a: &a [1]\nb: [${Array(200).fill("*a").join(",")}]\n`, /through its aliases/, 2, 5],
  ["a merge key", "a: 1\nb:\n  <<: {c: 1}\n", /merge keys/, 3, 3],
  ["a key twice", "a: 1\nb: 2\na: 3\n", /twice/, 3, 1],
  ["a list as key", "a: 1\n? [b]\n: 2\n", /a key is not text/, 2, 3],
  ["nothing as key", "a: 1\n~: 2\n", /a key is not text/, 2, 1],
  ["a set", "a: !!set {b, c}\n", /tag that is not known/, 1, 4],
  ["an ordered mapping", "a: 1\nb: !!omap [c: 1]\n", /tag that is not known/, 2, 4],
  ["a tag of nobody", "a: !!js/function x\n", /tag that is not known/, 1, 4],
  ["several documents", "a: 1\n---\nb: 1\n", /several YAML documents/, 2, 1],
  ["a tab", "a:\n\tb: 1\n", /a tab stands/, 2, 1],
  ["an open quote", 'a: "b\n', /quotation mark is not closed/, 2, 1],
  ["an open bracket", "a: {b: 1\n", /bracket is not closed/, 2, 1],
  ["an open bracket of JSON", '{"a": [1]', /bracket is not closed/, 1, 10],
  ["a second colon", "a: b: c\n", /a further key begins where a value ended/, 1, 4],
  ["a control character", "a: 1\nb: x\u0000y\n", /control character U\+0000/, 2, 5],
  ["nesting by brackets", `a: 1\nb: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`, /nested too deeply/, 2, 403],
  ["nesting by dashes", `a:\n  ${"- ".repeat(10_000)}\n`, /nested too deeply/, 2, 800],
  ["nesting by lines", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""), /nested too deeply/, 400, 401],
  ["JSON that ends early", `{"a": [${"1,".repeat(300_000)}`, /is not valid JSON/, 1, 600_008],
];

test.each(MISTAKES)("%s: one problem, in our words, in its place", (_, text, message, line, column) => {
  expect(wrong(text)).toEqual([expect.objectContaining({ message: expect.stringMatching(message), file: "x.yaml", line, column })]);
});

test("what is not there is placed where it could be", () => {
  const source = readYaml("# a comment\na: 1\n", "x.yaml");
  expect(source.ok && source.value.place({ code: "x", message: "x", path: ["b"] })).toMatchObject({ line: 2, column: 1 });
});

test("a long text of errors is given up on, and says so in few words", () => {
  for (const text of ["a: &b ".repeat(50_000), "a: [" + ",".repeat(50_000), `a: "${"\\q".repeat(50_000)}"`, "!".repeat(50_000), "a: b: c\n".repeat(20_000)]) {
    const problems = wrong(text);
    expect(problems.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(problems).length).toBeLessThan(20_000);
  }
});

test("YAML 1.1 is read as 1.2: days stay text and no is no false", () => {
  const source = readYaml("%YAML 1.1\n---\na: 2026-01-01\nb: no\n", "x.yaml");
  expect(source.ok && source.value.value).toEqual({ a: "2026-01-01", b: "no" });
});
