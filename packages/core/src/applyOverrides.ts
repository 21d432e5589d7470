import { type CarriedOverride, didYouMean, type Override, Plugin, type Problem } from "@strideml/plugin-kit";
import { zodProblems } from "./zodProblems.js";

/** An override as it was carried out, and where it stands. */
interface Carried extends CarriedOverride {
  path: Problem["path"];
  /** The plugin whose entry it changed. */
  owner: string;
}

interface Applied {
  plugins: Plugin[];
  carried: Carried[];
  problems: Problem[];
}

type Entry = { id: string } & Record<string, unknown>;

/** The scoring weights are one entry without an id of their own. */
const WEIGHTS = "weights";

const idsOf = (plugin: Plugin, list: Override["in"]): string[] => (list === "scoring" ? (plugin.scoring ? [WEIGHTS] : []) : plugin[list].map((entry) => entry.id));

const unknownEntry = (plugins: readonly Plugin[], { in: list, id }: Override, path: Problem["path"], source: string): Problem => ({
  code: "dangling-reference",
  message: `${list} has no entry ${id} to override`,
  path: [...path, "id"],
  source,
  hint: didYouMean(
    id,
    plugins.flatMap((plugin) => idsOf(plugin, list)),
  ),
});

const withChange = (plugin: Plugin, { in: list, id, set }: Override): unknown => {
  if (list === "scoring") return { ...plugin, scoring: { ...plugin.scoring, ...set } };
  return { ...plugin, [list]: (plugin[list] as Entry[]).map((entry) => (entry.id === id ? { ...entry, ...set } : entry)) };
};

/** The changed plugin, or what is wrong with it now; the problems are those of the override. */
const changed = (plugin: Plugin, override: Override): { plugin: Plugin } | { issues: Problem[] } => {
  const made = withChange(plugin, override);
  const parsed = Plugin.safeParse(made);
  return parsed.success ? { plugin: parsed.data } : { issues: zodProblems(parsed.error.issues, made) };
};

/** Keys from the plugin to an entry: its list and place, or `scoring`. */
const depthOf = (list: Override["in"]): number => (list === "scoring" ? 1 : 2);

/** Carries out the overrides of all plugins, in their order. What they make of an entry is checked like the entry itself. */
export const applyOverrides = (plugins: readonly Plugin[]): Applied => {
  const result: Applied = { plugins: [...plugins], carried: [], problems: [] };
  for (const plugin of plugins)
    for (const [index, override] of plugin.overrides.entries()) {
      const { in: list, id, set, because } = override;
      const path: Problem["path"] = ["overrides", index];
      const at = result.plugins.findIndex((each) => idsOf(each, list).includes(id));
      if (at === -1) {
        result.problems.push(unknownEntry(result.plugins, override, path, plugin.name));
        continue;
      }
      const owner = result.plugins[at]!;
      const made = changed(owner, override);
      if ("issues" in made)
        result.problems.push(...made.issues.map((problem) => ({ ...problem, path: [...path, "set", ...problem.path.slice(depthOf(list))], source: plugin.name })));
      else {
        result.plugins[at] = made.plugin;
        result.carried.push({ plugin: plugin.name, in: list, id, keys: Object.keys(set).sort(), because, path, owner: owner.name });
      }
    }
  return result;
};

/** A problem in what an override put into an entry is told where the override stands: the author of the entry cannot help it. */
export const blameOverride =
  ({ plugins, carried }: Pick<Applied, "plugins" | "carried">) =>
  (problem: Problem): Problem => {
    const [list, index] = problem.path;
    const owner = plugins.find(({ name }) => name === problem.source);
    const id = list === "scoring" ? WEIGHTS : owner && (owner[list as "threats"] as Entry[] | undefined)?.[index as number]?.id;
    const rest = problem.path.slice(list === "scoring" ? 1 : 2);
    const cause = carried.findLast((each) => each.owner === problem.source && each.in === list && each.id === id && each.keys.includes(String(rest[0])));
    return cause ? { ...problem, source: cause.plugin, path: [...cause.path, "set", ...rest] } : problem;
  };
