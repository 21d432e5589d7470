import { canonicalJson } from "@strideml/core";
import { type PlacedProblem, Plugin } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import { mergePlugins } from "../plugins/loadPlugins.js";
import { type Bench, modelFrom, unversioned } from "./Bench.js";
import { keep, keepOf, Unkept } from "./Unkept.js";

const KEYS = new Set(["reserved-key", "too-deep"]);
const NAMES = new Set(["no-namespace", "duplicate-id", "duplicate-plugin"]);

/** The problems of a merge by the part of the contract that they break. Later parts are looked at only where earlier ones hold. */
const sorted = ({ subject, problems }: Bench) => {
  const keys = problems.filter(({ code }) => KEYS.has(code));
  const rest = problems.filter(({ code }) => !KEYS.has(code));
  const shaped = keys.length === 0 && Plugin.safeParse(subject.plugin).success;
  if (!shaped) return { keys, shape: rest, ids: undefined, references: undefined };
  const ids = rest.filter(({ code }) => NAMES.has(code));
  const references = rest.filter(({ code }) => !NAMES.has(code));
  return { keys, shape: [], ids, references: ids.length > 0 && references.length === 0 ? undefined : references };
};

const looked = (problems: readonly PlacedProblem[] | undefined, first: string): void => {
  if (problems === undefined) throw new Unkept([`not looked at before it ${first}`]);
  keepOf(problems);
};

const readsTheSame = async ({ subject }: Bench): Promise<void> => {
  const [first, second] = [subject.plugin, (await subject.onAnotherDay()).plugin];
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  keep(
    keys
      .filter((key) => canonicalJson(first[key]) !== canonicalJson(second[key]))
      .map((key) => `${key} is another when the plugin is read on another day: it asks the clock, or chance`),
  );
};

const modelsTheSame = async (bench: Bench): Promise<void> => {
  const once = bench.knowledge();
  const merged = await mergePlugins([...bench.alongside, { ...bench.subject, plugin: (await bench.subject.onAnotherDay()).plugin }]);
  if (!merged.ok) return keepOf(merged.problems);
  const twice = unversioned(merged.value);
  const model = (example: string, knowledge: typeof once) => canonicalJson(modelFrom(bench.systems.get(example), example, knowledge));
  const examples = [...bench.systems.keys()].filter((_, index) => index % 5 === 0);
  return keep(examples.filter((example) => model(example, once) !== model(example, twice)).map((example) => `${example}: the second model is another`));
};

/** Whether threat models can be others because of it. */
const bringsData = ({ subject }: Bench): boolean => Object.entries(subject.plugin).some(([noun, entries]) => noun !== "templates" && typeof entries === "object");

/** Cases about what a plugin brings, whatever it is. */
export const contentCases = (bench: Bench): ContractCase[] => {
  const { keys, shape, ids, references } = sorted(bench);
  const shapely = "has the shape that the schemas ask for, in version 1 of the contract";
  const named = "has ids of its own, in one namespace";
  return [
    { name: "has no keys that reach into the language", run: async () => keepOf(keys) },
    { name: shapely, run: async () => keepOf(shape) },
    { name: named, run: async () => looked(ids, shapely) },
    { name: "names only what there is, in the editions that there are", run: async () => looked(references, ids === undefined ? shapely : named) },
    { name: "says the same when it is read on another day", run: () => readsTheSame(bench) },
    ...(bringsData(bench) ? [{ name: "gives the same threat models when it is read on another day", run: () => modelsTheSame(bench) }] : []),
  ];
};
