import { type Knowledge, type Plugin, Plugin as PluginShape, type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { knowledgeProblems } from "./knowledgeProblems.js";
import { resolveLinks } from "./resolveLinks.js";
import { zodProblems } from "./zodProblems.js";

/** A plugin as it was loaded, with the SHA-256 of its content. */
export interface LoadedPlugin {
  plugin: unknown;
  digest: string;
}

const byId = <T extends { id: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

const nameOf = (plugin: unknown): string => {
  const name = (plugin as { name?: unknown } | null)?.name;
  return typeof name === "string" ? name : "a plugin without a name";
};

const parsePlugins = (loaded: readonly LoadedPlugin[]): { plugins: Plugin[]; problems: Problem[] } => {
  const plugins: Plugin[] = [];
  const problems: Problem[] = [];
  for (const { plugin } of loaded) {
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
  const wrong = knowledgeProblems(plugins);
  if (wrong.length > 0) return failure(wrong);
  const all = <K extends keyof Plugin>(key: K) => plugins.flatMap((plugin) => plugin[key] as unknown[]) as Plugin[K];
  return success({
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
  });
};
