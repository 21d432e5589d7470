import type { Problem } from "@strideml/plugin-kit";
import { LIMITS } from "./limits.js";

interface Step {
  value: unknown;
  depth: number;
  key: string | number;
  up?: Step;
}

const pathOf = (step: Step): Problem["path"] => {
  const path: Problem["path"] = [];
  for (let at: Step | undefined = step; at?.up; at = at.up) path.unshift(at.key);
  return path;
};

/** The first thing that makes a parsed value unsafe to walk: nesting without end, or a key that reaches into the language. A loop, so that depth cannot exhaust the stack. */
export const unsafeTree = (root: unknown): Problem | undefined => {
  const open: Step[] = [{ value: root, depth: 0, key: "" }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, depth } = step;
    if (value === null || typeof value !== "object") continue;
    if (depth >= LIMITS.depth) return { code: "too-deep", message: `is nested deeper than ${LIMITS.depth} levels`, path: pathOf(step).slice(0, 8) };
    for (const [key, child] of Object.entries(value)) {
      if (key === "__proto__") return { code: "reserved-key", message: "the key __proto__ is reserved and never accepted", path: [...pathOf(step), key], hint: "take it out" };
      open.push({ value: child, depth: depth + 1, key: Array.isArray(value) ? Number(key) : key, up: step });
    }
  }
  return undefined;
};
