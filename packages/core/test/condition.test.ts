import { describe, expect, test } from "vitest";
import type { Condition } from "@strideml/plugin-kit";
import { holds } from "../src/index.js";

const RANKS = { accessLevel: { restricted: 0, internal: 1, public: 3 } };
const ANSWERS = { modelType: "rag", accessLevel: "internal", "context.capabilities.tools": true, "context.regulations": ["gdpr", "dora"] };

const CASES: [string, Condition, boolean][] = [
  ["a value equals the answer", { modelType: "rag" }, true],
  ["a list holds the answer", { modelType: ["llm", "agent"] }, false],
  ["yes and no", { "context.capabilities.tools": true }, true],
  ["a list of answers contains the value", { "context.regulations": "dora" }, true],
  ["at least, by rank", { accessLevel: { atLeast: "internal" } }, true],
  ["at least, above", { accessLevel: { atLeast: "public" } }, false],
  ["at most, by rank", { accessLevel: { atMost: "internal" } }, true],
  ["several answers must all match", { modelType: "rag", accessLevel: "public" }, false],
  ["all", { all: [{ modelType: "rag" }, { accessLevel: "internal" }] }, true],
  ["any", { any: [{ modelType: "llm" }, { accessLevel: "internal" }] }, true],
  ["not", { not: { modelType: "rag" } }, false],
  ["an answer that is absent never matches", { deployment: "edge" }, false],
];

describe("a condition", () => {
  test.each(CASES)("%s", (_, condition, expected) => expect(holds(condition, ANSWERS, RANKS)).toBe(expected));
  test("that is absent always holds", () => expect(holds(undefined, ANSWERS, RANKS)).toBe(true));
});
