import type { Knowledge, Result, System } from "@strideml/plugin-kit";

/** Checks anything as a system file. Its schema is set up only where there is something to check: that takes longer than the check. */
export const checkSystem = async (input: unknown, knowledge: Knowledge): Promise<Result<System>> => {
  const { parseSystem } = await import("./lazy/parseSystem.js");
  return parseSystem(input, knowledge);
};
