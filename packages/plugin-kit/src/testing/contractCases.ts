import type { CodePlugin } from "../config.js";

/** One thing that a plugin keeps, to be run under any test runner. */
export interface ContractCase {
  /** What is kept, as a sentence about the plugin. */
  name: string;
  /** Rejects with what is wrong, where, and what was expected. */
  run: () => Promise<void>;
}

/** What is tested: the path or address (`URL`) of a folder or file, or a plugin. */
export type ContractSubject = string | { readonly href: string } | CodePlugin;

export interface ContractOptions {
  /** Other plugins that it builds on, such as the one whose framework it maps: folders, modules or plugins. */
  alongside?: readonly ContractSubject[];
  /** Folder of `<name>/input.yaml` with `expected.*` beside it; `fixtures` in the folder of the plugin where it is left out. */
  fixtures?: string;
  /** Folder of system files that `examples` of threats name besides those of StrideML; `examples` where it is left out. */
  examples?: string;
  /** Writes `expected.*` anew instead of comparing; whether STRIDEML_UPDATE is 1 where it is left out. */
  update?: boolean;
}

/** How the contract is checked. It needs the engine, which this package knows nothing of. */
export type MakeCases = (subject: ContractSubject, options?: ContractOptions) => Promise<ContractCase[]>;

// Not a literal: compilers and bundlers would look for a package that plugins need only for their tests.
const ENGINE = ["strideml", "testing"].join("/");

const HINTS: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: "strideml is not installed beside the plugin; npm install --save-dev strideml",
  ERR_PACKAGE_PATH_NOT_EXPORTED: "the strideml that is installed is older than this @strideml/plugin-kit; npm install --save-dev strideml@latest",
};

/**
 * Everything that StrideML asks of a plugin, one case each: content, ids, references, reasons, the same result twice;
 * templates and exporters against hostile names; `examples` of threats; fixtures.
 * @param subject the folder of a package or data pack, the file of a module or pack, or the plugin itself
 * @throws Error where strideml, which does the checking, is not installed. What is wrong with the plugin fails a case.
 */
export const contractCases: MakeCases = async (subject, options) => {
  try {
    const engine = (await import(ENGINE)) as { contractCases: MakeCases };
    return await engine.contractCases(subject, options);
  } catch (error) {
    const hint = HINTS[(error as { code?: string }).code ?? ""];
    if (hint === undefined || !(error as Error).message.includes("strideml")) throw error;
    throw new Error(`the contract of plugins cannot be checked: ${hint}`, { cause: error });
  }
};
