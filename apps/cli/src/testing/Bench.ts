import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateThreatModel, parseSystem, type Surroundings } from "@strideml/core";
import type { Knowledge, PlacedProblem, ThreatModel } from "@strideml/plugin-kit";
import { mergePlugins } from "../plugins/loadPlugins.js";
import type { Subject } from "./Subject.js";
import { keepOf, Unkept } from "./Unkept.js";

/** What the cases of one plugin work with. */
export interface Bench {
  subject: Subject;
  /** The plugins that it builds on. */
  alongside: readonly Subject[];
  /** What is wrong with the plugin beside the product and the plugins that it builds on. */
  problems: PlacedProblem[];
  /** The knowledge with the plugin. @throws Unkept where the plugin is not sound, so that nothing passes unseen */
  knowledge: () => Knowledge;
  /** System files by name: the examples of the product, and those of the plugin. */
  systems: ReadonlyMap<string, unknown>;
  /** The model of an example, to be changed at will. @throws Unkept where there is none */
  model: (example: string) => ThreatModel;
}

/** The same in every release and on every machine, as the expected files of fixtures must be. */
const AROUND: Surroundings = { engine: "strideml", digest: () => "0".repeat(64) };

/** The model of a system file. @throws Unkept with everything that is wrong with the file */
export const modelFrom = (input: unknown, file: string, knowledge: Knowledge): ThreatModel => {
  const parsed = parseSystem(input, knowledge);
  if (!parsed.ok) keepOf(parsed.problems.map((problem) => ({ file, ...problem })));
  else return generateThreatModel(parsed.value, knowledge, AROUND);
  throw new Unkept([`${file}: cannot be read`]);
};

/** The example systems that the product brings. */
export const productExamples = (): Map<string, unknown> =>
  new Map(Object.entries(JSON.parse(readFileSync(join(__dirname, "../examples.json"), "utf8")) as Record<string, unknown>));

/** Versions and digests of plugins change with every release, and no expected file should. */
export const unversioned = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  plugins: knowledge.plugins.map(({ name }) => ({ name, version: "0.0.0", digest: "0".repeat(64) })),
});

/** Merges a plugin with the product and the plugins that it builds on. */
export const makeBench = async (subject: Subject, alongside: readonly Subject[], systems: ReadonlyMap<string, unknown>): Promise<Bench> => {
  const merged = await mergePlugins([...alongside, subject]);
  const made = new Map<string, ThreatModel>();
  const knowledge = (): Knowledge => {
    if (merged.ok) return merged.value;
    throw new Unkept(["not looked at: the plugin cannot be merged, as another case tells"]);
  };
  if (merged.ok) merged.value = unversioned(merged.value);
  const model = (example: string): ThreatModel => {
    if (!systems.has(example)) throw new Unkept([`no example is called ${example}; there are ${[...systems.keys()].join(", ")}`]);
    if (!made.has(example)) made.set(example, modelFrom(systems.get(example), example, knowledge()));
    return structuredClone(made.get(example)!);
  };
  return { subject, alongside, problems: merged.ok ? [] : merged.problems, knowledge, systems, model };
};
