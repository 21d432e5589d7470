import { type CarriedOverride, type Override, Plugin, type Problem } from "@strideml/plugin-kit";
import { didYouMean } from "./nearest.js";
import { zodProblems } from "./zodProblems.js";

interface Applied {
  plugins: Plugin[];
  carried: CarriedOverride[];
  problems: Problem[];
}

type Entry = { id: string } & Record<string, unknown>;

const findOwner = (plugins: readonly Plugin[], { in: list, id }: Override): number => plugins.findIndex((plugin) => plugin[list].some((entry) => entry.id === id));

const unknownEntry = (plugins: readonly Plugin[], { in: list, id }: Override, path: Problem["path"], source: string): Problem => ({
  code: "dangling-reference",
  message: `${list} has no entry ${id} to override`,
  path: [...path, "id"],
  source,
  hint: didYouMean(
    id,
    plugins.flatMap((plugin) => plugin[list].map((entry) => entry.id)),
  ),
});

/** The changed plugin, or what is wrong with it now; the problems are those of the override. */
const changed = (plugin: Plugin, { in: list, id, set }: Override): { plugin: Plugin } | { issues: Problem[] } => {
  const entries = (plugin[list] as Entry[]).map((entry) => (entry.id === id ? { ...entry, ...set } : entry));
  const parsed = Plugin.safeParse({ ...plugin, [list]: entries });
  return parsed.success ? { plugin: parsed.data } : { issues: zodProblems(parsed.error.issues, plugin) };
};

/** Carries out the overrides of all plugins, in their order. What they make of an entry is checked like the entry itself. */
export const applyOverrides = (plugins: readonly Plugin[]): Applied => {
  const result: Applied = { plugins: [...plugins], carried: [], problems: [] };
  for (const plugin of plugins)
    for (const [index, override] of plugin.overrides.entries()) {
      const path: Problem["path"] = ["overrides", index];
      const owner = findOwner(result.plugins, override);
      if (owner === -1) {
        result.problems.push(unknownEntry(result.plugins, override, path, plugin.name));
        continue;
      }
      const made = changed(result.plugins[owner]!, override);
      if ("issues" in made) result.problems.push(...made.issues.map((problem) => ({ ...problem, path: [...path, "set", ...problem.path.slice(2)], source: plugin.name })));
      else {
        result.plugins[owner] = made.plugin;
        result.carried.push({ plugin: plugin.name, in: override.in, id: override.id, keys: Object.keys(override.set).sort(), because: override.because });
      }
    }
  return result;
};
