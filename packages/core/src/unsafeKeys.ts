import type { Problem } from "@strideml/plugin-kit";

const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Deepest nesting of a system file; a real one has five levels. */
const DEEPEST = 32;

/** Whether a key, or a part of a dotted name such as `training.mode`, would reach into the language itself. */
const isReserved = (key: string): boolean => key.split(".").some((part) => RESERVED.has(part));

/** Keys that would reach into the language itself, and nesting without end. Nothing that has them is read further. */
export const unsafeKeys = (input: unknown, path: Problem["path"] = []): Problem[] => {
  if (input === null || typeof input !== "object") return [];
  if (path.length > DEEPEST) return [{ code: "too-deep", message: `nested deeper than ${DEEPEST} levels`, path }];
  return Reflect.ownKeys(input).flatMap((key): Problem[] => {
    if (typeof key !== "string") return [];
    if (isReserved(key)) return [{ code: "reserved-key", message: `the key ${key} is reserved and never accepted`, path: [...path, key], hint: "take it out" }];
    return unsafeKeys((input as Record<string, unknown>)[key], [...path, Array.isArray(input) ? Number(key) : key]);
  });
};
