import { existsSync } from "node:fs";
import type { PlacedProblem } from "@strideml/plugin-kit";
import { loadPlugins, mergePlugins } from "./loadPlugins.js";
import type { Loaded } from "./loadPlugin.js";
import { drift, lockPath } from "./lockFile.js";

/** The state of one plugin. */
export interface Diagnosis {
  from: string;
  name?: string;
  version?: string;
  kind?: Loaded["kind"];
  path?: string;
  digest?: string;
  /** How many of what it brings. */
  brings: Record<string, number>;
  problems: PlacedProblem[];
}

const NOUNS = ["questions", "scales", "architectures", "threats", "mitigations", "frameworks", "mappings", "questionnaires", "templates", "overrides"] as const;

const bringsOf = ({ plugin, exporters, importers }: Loaded): Record<string, number> => {
  const data = NOUNS.map((noun) => [noun, Array.isArray(plugin[noun]) ? plugin[noun].length : 0] as const);
  return Object.fromEntries([...data, ["exporters", exporters.length] as const, ["importers", importers.length] as const].filter(([, count]) => count > 0));
};

/** Names that a plugin lacks because another plugin is broken are not its fault, so plugins that stand alone are merged first. */
const problemsOf = (loaded: Loaded, all: readonly Loaded[]): PlacedProblem[] => {
  const alone = mergePlugins([loaded]);
  if (alone.ok) return [];
  const together = mergePlugins(all);
  if (together.ok) return [];
  return together.problems.filter((problem) => problem.source === undefined || problem.source === loaded.plugin["name"]);
};

/** Looks at every plugin of a configuration; a broken one does not keep the others from being looked at. */
export const doctor = async (config: string): Promise<{ plugins: Diagnosis[]; together: PlacedProblem[]; drift: PlacedProblem[] }> => {
  const attempts = await loadPlugins(config);
  const all = attempts.flatMap(({ loaded }) => (loaded ? [loaded] : []));
  const plugins = attempts.map(({ from, loaded, problems }): Diagnosis => {
    if (!loaded) return { from, brings: {}, problems };
    const { plugin, kind, path, digest } = loaded;
    return { from, name: String(plugin["name"]), version: String(plugin["version"]), kind, path, digest, brings: bringsOf(loaded), problems: problemsOf(loaded, all) };
  });
  const sound = all.filter((_, index) => plugins.filter(({ name }) => name !== undefined)[index]!.problems.length === 0);
  const merged = mergePlugins(sound);
  return { plugins, together: merged.ok ? [] : merged.problems, drift: existsSync(lockPath(config)) ? await drift(config, all) : [] };
};
