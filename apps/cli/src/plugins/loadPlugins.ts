import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeKnowledge, type LoadedPlugin } from "@strideml/core";
import type { Knowledge, PlacedProblem, Result } from "@strideml/plugin-kit";
import { isUserError } from "../UserError.js";
import { loadPlugin, type Loaded } from "./loadPlugin.js";
import { readConfig } from "./readConfig.js";

/** A plugin of the configuration, or why it could not be read. */
export interface Attempt {
  from: string;
  loaded?: Loaded;
  problems: PlacedProblem[];
}

/** The plugins that the product comes with, each by itself: they are merged anew with those of the user. */
export const bundledPlugins = (): LoadedPlugin[] => JSON.parse(readFileSync(join(__dirname, "../plugins.json"), "latin1")) as LoadedPlugin[];

const attempt = async (entry: Parameters<typeof loadPlugin>[0], config: string): Promise<Attempt> => {
  const from = typeof entry === "string" ? entry : entry.name;
  try {
    return { from, loaded: await loadPlugin(entry, config), problems: [] };
  } catch (error) {
    if (isUserError(error)) return { from, problems: error.problems };
    throw error;
  }
};

/** Loads every plugin of a configuration; one that is broken does not keep the others from being looked at. */
export const loadPlugins = async (config: string): Promise<Attempt[]> => {
  const { plugins = [] } = await readConfig(config);
  const attempts: Attempt[] = [];
  for (const entry of plugins) attempts.push(await attempt(entry, config));
  return attempts;
};

/** The knowledge of the product and of the plugins, or every problem, placed in the file that it is in. */
export const mergePlugins = (plugins: readonly Loaded[]): Result<Knowledge> => {
  const bundled = bundledPlugins();
  const merged = mergeKnowledge([...bundled, ...plugins.map(({ plugin, digest }) => ({ plugin, digest, foreign: true }))]);
  if (merged.ok) return merged;
  const byName = new Map(plugins.map((loaded) => [String(loaded.plugin["name"]), loaded]));
  return { ok: false, problems: merged.problems.map((problem) => byName.get(problem.source ?? "")?.place(problem) ?? problem) };
};
