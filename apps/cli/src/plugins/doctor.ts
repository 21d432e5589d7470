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
  /** Whether it is code, which runs with the rights of whoever runs strideml. */
  runsCode?: boolean;
  /** How many of what it brings. */
  brings: Record<string, number>;
  problems: PlacedProblem[];
}

const NOUNS = ["questions", "scales", "architectures", "threats", "mitigations", "frameworks", "mappings", "questionnaires", "templates", "overrides"] as const;

const bringsOf = ({ plugin, exporters, importers }: Loaded): Record<string, number> => {
  const data = NOUNS.map((noun) => [noun, Array.isArray(plugin[noun]) ? plugin[noun].length : 0] as const);
  return Object.fromEntries([...data, ["exporters", exporters.length] as const, ["importers", importers.length] as const].filter(([, count]) => count > 0));
};

/**
 * What is wrong with each plugin, beside the sound ones. A plugin may need what another brings, wherever that stands, so
 * plugins are tried until no further one is sound; one that is broken is never held against the others.
 */
const problemsOf = async (all: readonly Loaded[]): Promise<Map<Loaded, PlacedProblem[]>> => {
  const together = await mergePlugins(all);
  if (together.ok) return new Map();
  const sound: Loaded[] = [];
  let wrong = new Map<Loaded, PlacedProblem[]>();
  for (let before = -1; sound.length > before;) {
    before = sound.length;
    wrong = new Map();
    for (const loaded of all.filter((each) => !sound.includes(each))) {
      const merged = await mergePlugins([...sound, loaded]);
      if (merged.ok) sound.push(loaded);
      else wrong.set(loaded, merged.problems);
    }
  }
  return wrong;
};

const diagnosed = (from: string, loaded: Loaded, problems: PlacedProblem[]): Diagnosis => {
  const { plugin, kind, path, digest } = loaded;
  const head = { from, name: String(plugin["name"]), version: String(plugin["version"]), kind, path, digest, runsCode: kind !== "pack" };
  return { ...head, brings: bringsOf(loaded), problems };
};

/** Looks at every plugin of a configuration; a broken one does not keep the others from being looked at. */
export const doctor = async (config: string): Promise<{ plugins: Diagnosis[]; drift: PlacedProblem[] }> => {
  const attempts = await loadPlugins(config);
  const all = attempts.flatMap(({ loaded }) => (loaded ? [loaded] : []));
  const wrong = await problemsOf(all);
  const plugins = attempts.map(({ from, loaded, problems }): Diagnosis => (loaded ? diagnosed(from, loaded, wrong.get(loaded) ?? []) : { from, brings: {}, problems }));
  return { plugins, drift: existsSync(lockPath(config)) ? await drift(config, all) : [] };
};
