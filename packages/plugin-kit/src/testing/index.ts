/** One thing that a plugin must keep. */
export interface TestCase {
  name: string;
  /** Throws where the plugin does not keep it; the message says what to do. */
  run: () => void | Promise<void>;
}

interface Engine {
  contractCases: (target: string) => Promise<TestCase[]>;
}

/** The engine is not a part of this package: the test kit uses the one that the plugin is tested with. */
const engine = async (): Promise<Engine> => {
  // Not a literal, because the engine depends on this package.
  const name = "strideml/testing";
  try {
    return (await import(name)) as Engine;
  } catch (error) {
    throw new Error("the test kit needs the package strideml: npm install --save-dev strideml", { cause: error });
  }
};

/**
 * Every case that a plugin must keep, for any test runner: shape, ids, references, reasons, no key that could change a
 * prototype, the same result twice, templates that know their names, exporters that survive hostile and empty models, and
 * a case for each folder in `fixtures` (`input.yaml` and what is expected of it; `STRIDEML_UPDATE=1` writes that anew).
 * @param target path of a data pack's folder or file, or of the module of a code plugin
 * @throws Error where the package strideml is not installed
 */
export const contractCases = async (target: string): Promise<TestCase[]> => (await engine()).contractCases(target);
