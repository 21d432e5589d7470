import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyDelta, deltaOf } from "../src/engine/delta.js";
import { cli } from "./cli.js";

const plain = fc.jsonValue({ maxDepth: 4 });

test("what is sent turns the one value into the other", () => {
  fc.assert(
    fc.property(plain, plain, (before, after) => {
      expect(applyDelta(before, structuredClone(deltaOf(before, after)))).toEqual(after);
    }),
  );
});

test("lists of named entries are matched by name, wherever they went", () => {
  const list = fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), value: fc.integer() }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(applyDelta(before, deltaOf(before, after))).toEqual(after);
    }),
  );
});

test("of a threat model only a small part is sent when an answer changes", () => {
  const model = (access: string) => JSON.parse(cli(["generate", "examples/support-assistant.yaml", "--access-level", access, "--format", "json", "--quiet"])) as unknown;
  const [before, after] = [model("public"), model("internal")];
  const delta = deltaOf(before, after);
  expect(applyDelta(before, delta)).toEqual(after);
  expect(JSON.stringify(delta).length).toBeLessThan(JSON.stringify(after).length / 3);
  expect(deltaOf(after, structuredClone(after))).toBe(0);
});
