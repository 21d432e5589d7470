import type { Condition } from "@strideml/plugin-kit";

/** The answers that a condition looks at, by the names that conditions use: `modelType`, `context.training.mode`. */
export const namedAnswers = (condition: Condition): string[] => {
  const parts = ["all", "any", "not"].flatMap((key) => (condition as Record<string, Condition | Condition[]>)[key] ?? []);
  return parts.length > 0 ? parts.flatMap(namedAnswers) : Object.keys(condition);
};
