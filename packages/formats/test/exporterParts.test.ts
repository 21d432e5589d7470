import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64Of } from "../src/base64Of.js";
import { cutText } from "../src/cutText.js";
import { namedAnswers } from "../src/namedAnswers.js";
import { riskReductionOf } from "../src/riskReductionOf.js";
import { symbolicName } from "../src/symbolicName.js";
import { wrapTitle } from "../src/wrapTitle.js";
import { KNOWLEDGE } from "../../core/test/knowledge.js";
import { modelOf } from "./examples.js";

describe("a text that is cut", () => {
  test("keeps to the limit, and is whole where it fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) expect(cut).toBe(text);
        else expect(cut).toMatch(/…$/);
      }),
    );
  });
  test("ends at a word", () => expect(cutText("one two three four", 12)).toBe("one two…"));
  test("never ends in half a character", () => expect(cutText("ab😀cd", 4)).toBe("ab…"));
});

test("Base64 is what the platform makes of the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(base64Of(text)).toBe(Buffer.from(text, "utf8").toString("base64"));
    }),
  );
});

test("different ids have different names, of lower-case letters, digits and hyphens", () => {
  const ids = ["a-b", "a.b/c", "a-b/c", "a/b-c", "a.b-c", "a-b@c", "a@b-c"];
  const names = ids.flatMap((id) => [symbolicName("zone", id), symbolicName("component", id)]);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[0-9a-z-]+$/);
});

test("a mitigation takes off as much by an earlier name as by its present one", () => {
  const model = modelOf("support-assistant");
  const planned = model.mitigations[0]!;
  const renamed = {
    ...KNOWLEDGE,
    mitigations: KNOWLEDGE.mitigations.map((each) => (each.id === planned.id ? { ...each, id: "renamed", aliases: [planned.id] } : each)),
  };
  const now = riskReductionOf(planned, KNOWLEDGE);
  expect(now).toBeGreaterThan(0);
  expect(riskReductionOf({ ...planned, id: "renamed" }, renamed)).toBe(now);
});

test("the answers of a condition are found however deep they are", () =>
  expect(namedAnswers({ all: [{ modelType: "agent" }, { any: [{ "context.outputDetail": "full" }, { not: { deployment: ["edge"] } }] }] })).toEqual([
    "modelType",
    "context.outputDetail",
    "deployment",
  ]));

test("a title is drawn in three lines at most", () => {
  expect(wrapTitle("Application that calls the model")).toEqual(["Application that", "calls the model"]);
  expect(wrapTitle("word ".repeat(200)).length).toBeLessThanOrEqual(3);
});
