import { describe, test } from "vitest";
import { contractCases, type ContractOptions, type ContractSubject } from "./contractCases.js";

/**
 * The contract as Vitest tests: `await testPlugin(new URL("..", import.meta.url))` at the top of a test file.
 * @param subject as of `contractCases`
 */
export const testPlugin = async (subject: ContractSubject, options?: ContractOptions): Promise<void> => {
  const cases = await contractCases(subject, options);
  describe("the contract of plugins", () => {
    for (const { name, run } of cases) test(name, run);
  });
};
