import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml, writeYaml } from "../src/index.js";

const value = (text: string) => {
  const source = readYaml(text, "x.yaml");
  return source.ok ? source.value.value : source.problems;
};

test("what is written is read again", () => {
  const plain = fc.dictionary(
    fc.string().filter((key) => key !== "__proto__"),
    fc.jsonValue({ maxDepth: 3 }),
  );
  fc.assert(
    fc.property(plain, (object) => {
      // Through JSON on both sides: it has no negative zero, which YAML keeps.
      expect(JSON.parse(JSON.stringify(value(writeYaml(object))))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});

test("large JSON is read as small JSON is, and its problems have places too", () => {
  const object = { list: Array.from({ length: 20_000 }, (_, index) => ({ index })), last: "here" };
  const text = JSON.stringify(object, null, 1);
  expect(text.length).toBeGreaterThan(100_000);
  expect(value(text)).toEqual(object);
  const source = readYaml(text, "big.json");
  expect(source.ok && source.value.place({ code: "x", message: "x", path: ["last"] })).toMatchObject({ file: "big.json", line: text.split("\n").length - 1 });
});

test("keys that are there twice are told with their line", () => {
  const source = readYaml("a: 1\nb: 2\na: 3\n", "x.yaml");
  expect(source.ok ? [] : source.problems).toMatchObject([{ file: "x.yaml", line: 3 }]);
});

test("every syntax error is told, not only the first", () => {
  const source = readYaml("a: [1\nb: 'x\n", "x.yaml");
  expect(source.ok ? [] : source.problems.length).toBeGreaterThan(0);
});

test("aliases that explode are refused", () => {
  const lines = Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [${Array.from({ length: 10 }, () => (i === 0 ? "x" : `*b${i - 1}`)).join(",")}]`);
  const source = readYaml(lines.join("\n"), "bomb.yaml");
  expect(source.ok ? "" : source.problems[0]!.message).toContain("aliases");
});
