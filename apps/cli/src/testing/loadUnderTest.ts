import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Knowledge } from "@strideml/plugin-kit";
import { isUserError } from "../UserError.js";
import { CODE_SECONDS } from "../plugins/code/runCode.js";
import { type Loaded, loadPlugin } from "../plugins/loadPlugin.js";
import { mergePlugins } from "../plugins/loadPlugins.js";
import { problemsText } from "./problemsText.js";

/** A plugin with everything that it is tested against. */
export interface UnderTest {
  loaded: Loaded;
  /** What the product knows together with the plugin. */
  knowledge: Knowledge;
}

/**
 * Loads the plugin in a folder or module as a configuration would.
 * @throws Error that tells every problem
 */
export const loadOnly = async (target: string): Promise<Loaded> => {
  const path = resolve(target);
  try {
    return await loadPlugin(path, basename(path), { config: resolve(dirname(path), "strideml.config.yaml"), index: 0, seconds: CODE_SECONDS });
  } catch (error) {
    throw isUserError(error) ? new Error(problemsText(error.problems)) : error;
  }
};

/** Loads the plugin and merges it with what the product brings. */
export const loadUnderTest = async (target: string): Promise<UnderTest> => {
  const loaded = await loadOnly(target);
  const merged = await mergePlugins([loaded]);
  if (!merged.ok) throw new Error(problemsText(merged.problems));
  return { loaded, knowledge: merged.value };
};

/** The folder that a plugin's tests and fixtures are beside. */
export const folderOf = (target: string): string => (statSync(target).isDirectory() ? resolve(target) : dirname(resolve(target)));
