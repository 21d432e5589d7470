import type { Problem } from "@strideml/plugin-kit";

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Deepest nesting of a system file; a real one has five levels. */
const DEEPEST = 32;

/** Whether a key, or a part of a dotted name such as `training.mode`, would reach into the language itself. */
const isReserved = (key: string): boolean => key.split(".").some((part) => RESERVED.has(part));

/** Steps of a path that are told. */
const TOLD = 8;

/**
 * Keys that would reach into the language itself, and nesting without end. Nothing that has them is read further. It ends
 * at the first thing that is too deep, because what contains itself has no end.
 */
export const unsafeKeys = (input: unknown): Problem[] => {
  const problems: Problem[] = [];
  const open: { value: unknown; path: Problem["path"] }[] = [{ value: input, path: [] }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, path } = step;
    if (value === null || typeof value !== "object") continue;
    if (path.length > DEEPEST) return [...problems, { code: "too-deep", message: `is nested deeper than ${DEEPEST} levels`, path: path.slice(0, TOLD) }];
    const keys = Reflect.ownKeys(value).filter((key) => typeof key === "string");
    for (const key of keys.filter(isReserved))
      problems.push({ code: "reserved-key", message: `the key ${key} is reserved and never accepted`, path: [...path, key], hint: "take it out" });
    for (const key of keys.toReversed())
      if (!isReserved(key)) open.push({ value: (value as Record<string, unknown>)[key], path: [...path, Array.isArray(value) ? Number(key) : key] });
  }
  return problems;
};
