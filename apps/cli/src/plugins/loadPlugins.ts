import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LoadedPlugin, mergeKnowledge } from "@strideml/core";
import type { Knowledge, PlacedProblem, Problem, Result } from "@strideml/plugin-kit";
import { failure } from "@strideml/plugin-kit";
import { isUserError } from "../UserError.js";
import type { Entry } from "./code/Request.js";
import { formatProblems } from "./formatProblems.js";
import { type Loaded, loadPlugin } from "./loadPlugin.js";
import { readConfig } from "./readConfig.js";

/** A plugin of the configuration, or why it could not be read. */
export interface Attempt {
  from: string;
  loaded?: Loaded;
  problems: PlacedProblem[];
}

/** The plugins that the product comes with, each by itself: they are merged anew with those of the user. */
export const bundledPlugins = (): LoadedPlugin[] => JSON.parse(readFileSync(join(__dirname, "../plugins.json"), "latin1")) as LoadedPlugin[];

const nameOf = (entry: Entry, index: number): string => {
  if (typeof entry === "string") return entry;
  const { name } = "described" in entry ? (JSON.parse(entry.described.data) as { name?: unknown }) : { name: undefined };
  return typeof name === "string" ? name : `plugins[${index}]`;
};

/** Loads every plugin of a configuration; one that is broken does not keep the others from being looked at. */
export const loadPlugins = async (config: string): Promise<Attempt[]> => {
  const { entries, codeSeconds } = await readConfig(config);
  const attempts: Attempt[] = [];
  for (const [index, entry] of entries.entries()) {
    const from = nameOf(entry, index);
    try {
      attempts.push({ from, loaded: await loadPlugin(entry, from, { config, index, seconds: codeSeconds }), problems: [] });
    } catch (error) {
      if (!isUserError(error)) throw error;
      attempts.push({ from, problems: error.problems });
    }
  }
  return attempts;
};

const wholeName = ({ plugin }: Loaded): string => String(plugin["name"]);

/** Plugins that cannot be told apart, so that no problem in them could be placed. */
const twinProblems = (plugins: readonly Loaded[], bundled: readonly LoadedPlugin[]): PlacedProblem[] => {
  const ours = new Set(bundled.map(({ plugin }) => (plugin as { name: string }).name));
  return plugins.flatMap((loaded, index): PlacedProblem[] => {
    const name = wholeName(loaded);
    const twin = (message: string, hint: string) => loaded.place({ code: "duplicate-plugin", message, path: ["name"], source: name, hint });
    if (ours.has(name)) return [twin(`${name} is the name of a plugin that strideml comes with`, "give it a name of its own; its entries can be changed with overrides")];
    const first = plugins.slice(0, index).find((other) => wholeName(other) === name);
    if (!first) return [];
    if (first.path === loaded.path && first.from === loaded.from) return [twin(`the plugin ${name} is loaded twice`, "name it once in the configuration")];
    return [twin(`two plugins are called ${name}: this one and ${first.path}`, "rename one of them")];
  });
};

/** A problem in the file that it is in, with the other file that it is about. */
const placer =
  (plugins: readonly Loaded[]) =>
  ({ other, ...problem }: Problem): PlacedProblem => {
    const of = (name: string | undefined) => plugins.find((loaded) => wholeName(loaded) === name);
    const placed = of(problem.source)?.place(problem) ?? problem;
    const second = other && of(other.source)?.place({ ...problem, path: other.path });
    return second ? { ...placed, message: `${placed.message} (${[second.file, second.line].filter((part) => part !== undefined).join(":")})` } : placed;
  };

/** The knowledge of the product and of the plugins, or every problem, placed in the file that it is in. */
export const mergePlugins = async (plugins: readonly Loaded[]): Promise<Result<Knowledge>> => {
  const bundled = bundledPlugins();
  const twins = twinProblems(plugins, bundled);
  if (twins.length > 0) return failure(twins);
  const merged = mergeKnowledge([...bundled, ...plugins.map(({ plugin, digest }) => ({ plugin, digest, foreign: true }))]);
  if (!merged.ok) return failure(merged.problems.map(placer(plugins)));
  const formats = await formatProblems(plugins);
  return formats.length > 0 ? failure(formats) : merged;
};
