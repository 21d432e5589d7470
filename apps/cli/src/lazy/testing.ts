import { dataCases } from "../testing/dataCases.js";
import { fixtureCases } from "../testing/fixtureCases.js";
import { loadUnderTest } from "../testing/loadUnderTest.js";
import { renderCases } from "../testing/renderCases.js";
import type { TestCase } from "../testing/TestCase.js";

export type { TestCase };

/**
 * Every case that a plugin must keep, for any test runner.
 * @param target folder or file of a data pack, or the module of a code plugin
 */
export const contractCases = async (target: string): Promise<TestCase[]> => {
  try {
    const under = await loadUnderTest(target);
    const sound: TestCase = { name: "is sound with what the product brings", run: () => undefined };
    return [sound, ...dataCases(under, target), ...renderCases(under), ...fixtureCases(under, target)];
  } catch (error) {
    // A plugin that cannot be loaded has one case, which fails with every problem.
    return [
      {
        name: "is sound with what the product brings",
        run: () => {
          throw error;
        },
      },
    ];
  }
};
