import { test } from "vitest";
import { contractCases } from "./index.js";

/**
 * Declares a vitest test for each case of the contract. To be awaited at the top of a test file.
 * @param target path of a data pack's folder or file, or of the module of a code plugin
 */
export const testPlugin = async (target: string): Promise<void> => {
  for (const { name, run } of await contractCases(target)) test(name, run);
};
