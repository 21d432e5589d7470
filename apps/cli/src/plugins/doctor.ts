import { existsSync } from "node:fs";
import { bringsOf, soundPlugins } from "@strideml/core";
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

const allThatBrings = ({ plugin, exporters, importers }: Loaded): Record<string, number> => ({
  ...bringsOf(plugin),
  ...(exporters.length > 0 && { exporters: exporters.length }),
  ...(importers.length > 0 && { importers: importers.length }),
});

const diagnosed = (from: string, loaded: Loaded, problems: PlacedProblem[]): Diagnosis => {
  const { plugin, kind, path, digest } = loaded;
  const head = { from, name: String(plugin["name"]), version: String(plugin["version"]), kind, path, digest, runsCode: kind !== "pack" };
  return { ...head, brings: allThatBrings(loaded), problems };
};

/** Looks at every plugin of a configuration; a broken one does not keep the others from being looked at. */
export const doctor = async (config: string): Promise<{ plugins: Diagnosis[]; drift: PlacedProblem[] }> => {
  const attempts = await loadPlugins(config);
  const all = attempts.flatMap(({ loaded }) => (loaded ? [loaded] : []));
  const { wrong } = await soundPlugins(all, mergePlugins);
  const plugins = attempts.map(({ from, loaded, problems }): Diagnosis => (loaded ? diagnosed(from, loaded, wrong.get(loaded) ?? []) : { from, brings: {}, problems }));
  return { plugins, drift: existsSync(lockPath(config)) ? await drift(config, all) : [] };
};
