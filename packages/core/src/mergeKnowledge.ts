import { API_VERSION, type Knowledge, type Plugin, Plugin as PluginShape, type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { applyOverrides, blameOverride } from "./applyOverrides.js";
import { knowledgeProblems, uniqueProblems } from "./knowledgeProblems.js";
import { foreignProblems } from "./foreignProblems.js";
import { resolveLinks } from "./resolveLinks.js";
import { unsafeKeys } from "./unsafeKeys.js";
import { zodProblems } from "./zodProblems.js";

/** A plugin as it was loaded, with the SHA-256 of its content. */
export interface LoadedPlugin {
  plugin: unknown;
  digest: string;
  /** Whether it comes from somebody else: then its ids must stand in a namespace of its own. */
  foreign?: boolean;
  /** Whether it is what the schema gave before: the plugins that the product comes with are checked when it is built. */
  checked?: boolean;
}

const byId = <T extends { id: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

const nameOf = (plugin: unknown): string => {
  const name = (plugin as { name?: unknown } | null)?.name;
  return typeof name === "string" ? name : "a plugin without a name";
};

/** Keys that would reach into the language, and nesting without end, are refused before anything is read. */
const unsafe = (plugin: unknown): Problem[] => unsafeKeys(plugin).map((problem) => ({ ...problem, source: nameOf(plugin) }));

const versionProblems = (plugin: unknown): Problem[] => {
  const { apiVersion } = (plugin ?? {}) as { apiVersion?: unknown };
  if (typeof apiVersion !== "number" || apiVersion === API_VERSION) return [];
  const newer = apiVersion > API_VERSION;
  return [
    {
      code: "api-version",
      message: `is written for version ${apiVersion} of the plugin contract`,
      path: ["apiVersion"],
      source: nameOf(plugin),
      expected: `version ${API_VERSION}`,
      hint: newer ? "use a newer strideml" : "use a newer version of the plugin",
    },
  ];
};

const parsePlugins = (loaded: readonly LoadedPlugin[]): { plugins: Plugin[]; problems: Problem[] } => {
  const plugins: Plugin[] = [];
  const problems: Problem[] = [];
  for (const { plugin, checked } of loaded) {
    if (checked) {
      plugins.push(plugin as Plugin);
      continue;
    }
    const early = [...unsafe(plugin), ...versionProblems(plugin)];
    problems.push(...early);
    if (early.length > 0) continue;
    const parsed = PluginShape.safeParse(plugin);
    if (parsed.success) plugins.push(parsed.data);
    else problems.push(...zodProblems(parsed.error.issues, plugin).map((problem) => ({ ...problem, source: nameOf(plugin) })));
  }
  return { plugins, problems };
};

/**
 * Merges plugins into the knowledge that the engine reads: ids unique, references resolved, editions pinned.
 * @returns the knowledge, or every problem in every plugin; a plugin is never half loaded
 */
export const mergeKnowledge = (loaded: readonly LoadedPlugin[]): Result<Knowledge> => {
  const { plugins, problems } = parsePlugins(loaded);
  if (problems.length > 0) return failure(problems);
  const foreign = new Set(plugins.filter((_, index) => loaded[index]!.foreign).map(({ name }) => name));
  const alone = [...foreignProblems(plugins.filter(({ name }) => foreign.has(name))), ...uniqueProblems(plugins)];
  if (alone.length > 0) return failure(alone);
  const applied = applyOverrides(plugins);
  const wrong = [...applied.problems, ...knowledgeProblems(applied.plugins).map(blameOverride(applied))];
  if (wrong.length > 0) return failure(wrong);
  const overrides = applied.carried.map(({ plugin, in: list, id, keys, because }) => ({ plugin, in: list, id, keys, because }));
  return success(merged(applied.plugins, loaded, overrides));
};

const merged = (plugins: Plugin[], loaded: readonly LoadedPlugin[], overrides: Knowledge["overrides"]): Knowledge => {
  const all = <K extends keyof Plugin>(key: K) => plugins.flatMap((plugin) => plugin[key] as unknown[]) as Plugin[K];
  return {
    questions: all("questions").toSorted((a, b) => a.order - b.order),
    scales: Object.fromEntries(byId(all("scales")).map((scale) => [scale.id, scale])),
    scoring: plugins.find((plugin) => plugin.scoring)!.scoring!,
    architectures: byId(all("architectures")),
    threats: byId(all("threats")),
    mitigations: byId(all("mitigations")),
    frameworks: byId(all("frameworks")),
    questionnaires: byId(all("questionnaires")),
    templates: byId(all("templates")),
    ...resolveLinks(plugins),
    plugins: plugins.map((plugin, index) => ({ name: plugin.name, version: plugin.version, digest: loaded[index]!.digest })),
    overrides,
  };
};
