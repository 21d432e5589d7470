import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { bringsOf, canonicalJson, type LoadedPlugin, mergeKnowledge, soundPlugins } from "@strideml/core";
import { packName, type ReadTemplate, readPack, readTemplate } from "@strideml/formats";
import { type Knowledge, type PlacedProblem, type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { checkTemplate } from "@strideml/report/compile";
import bundled from "strideml/plugins.json?raw";
import type { ListedPack, PackSource } from "./protocol.js";

/** A pack that was read and is not merged yet. */
interface Read {
  name: string;
  version: string;
  digest: string;
  plugin: Record<string, unknown>;
  place: (problem: Problem) => PlacedProblem;
}

/** What the page works with: the knowledge, templates that were dropped alone, and the state of each pack. */
export interface Loaded {
  knowledge: Knowledge;
  templates: ReadTemplate[];
  packs: ListedPack[];
}

const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

const linesBefore = (text: string, source: string): number => text.slice(0, text.length - source.length).split("\n").length - 1;

const templateProblems = (plugin: Record<string, unknown>, places: readonly { file: string; skipped: number }[]): PlacedProblem[] =>
  (Array.isArray(plugin["templates"]) ? plugin["templates"] : []).flatMap((template: { source?: unknown }, index) =>
    typeof template?.source === "string" ? checkTemplate(template.source, places[index]?.file ?? "", places[index]?.skipped ?? 0) : [],
  );

/** The same name, version and digest as the command line gives. */
const readOne = ({ name, files }: PackSource): Result<Read> => {
  const pack = readPack(files, name);
  if (!pack.ok) return pack;
  const { plugin, place, templates } = pack.value;
  const wrong = templateProblems(plugin, templates);
  if (wrong.length > 0) return failure(wrong);
  const named: Record<string, unknown> = { name: packName(name), version: "0.0.0", ...plugin };
  return success({ name: String(named["name"]), version: String(named["version"]), digest: digestOf(named), plugin: named, place });
};

const isTemplate = ({ files }: PackSource): boolean => files.length === 1 && files[0]!.path.endsWith(".hbs");

const readLoneTemplate = ({ files }: PackSource): Result<ReadTemplate> => {
  const { path, text } = files[0]!;
  const read = readTemplate(text, path.replace(/\.hbs$/, ""), path);
  if (!read.ok) return read;
  const problems = checkTemplate(read.value.source, path, linesBefore(text, read.value.source));
  return problems.length > 0 ? failure(problems) : read;
};

const setAside = (source: PackSource, problems: PlacedProblem[]): ListedPack => ({ source: source.name, name: source.name, version: "", digest: "", brings: {}, problems });

/** A problem of a merge, in the file of the pack that it is in. */
const placedIn =
  (packs: readonly Read[]) =>
  (problem: PlacedProblem): PlacedProblem =>
    packs.find(({ name }) => name === problem.source)?.place(problem) ?? problem;

/** One file or folder that was dropped: a pack or a template by itself, with what is wrong with it before anything is merged. */
type Dropped = { source: PackSource } & ({ pack: Result<Read> } | { template: Result<ReadTemplate> });

const drop = (source: PackSource): Dropped => (isTemplate(source) ? { source, template: readLoneTemplate(source) } : { source, pack: readOne(source) });

const listedTemplate = (source: PackSource, template: Result<ReadTemplate>): ListedPack =>
  template.ok
    ? { source: source.name, name: template.value.title, version: "", digest: digestOf(source.files[0]!.text), brings: { templates: 1 }, problems: [] }
    : setAside(source, template.problems);

const listedPack = (source: PackSource, pack: Result<Read>, wrong: ReadonlyMap<Read, PlacedProblem[]>): ListedPack => {
  if (!pack.ok) return setAside(source, pack.problems);
  const problems = wrong.get(pack.value);
  if (problems) return setAside(source, problems);
  const { name, version, digest, plugin } = pack.value;
  return { source: source.name, name, version, digest, brings: bringsOf(plugin), problems: [] };
};

/** Merges packs with what the product brings; those that are not sound are set aside with their problems. */
export const loadPacks = async (sources: readonly PackSource[], base: Knowledge): Promise<Loaded> => {
  const ours = JSON.parse(bundled) as LoadedPlugin[];
  const dropped = sources.map(drop);
  const read = dropped.flatMap((each) => ("pack" in each && each.pack.ok ? [each.pack.value] : []));
  const { merged, wrong } = await soundPlugins(read, (some): Result<Knowledge> => {
    const made = mergeKnowledge([...ours, ...some.map(({ plugin, digest }) => ({ plugin, digest, foreign: true }))]);
    return made.ok ? made : failure(made.problems.map(placedIn(some)));
  });
  return {
    knowledge: read.length === 0 ? base : (merged ?? base),
    templates: dropped.flatMap((each) => ("template" in each && each.template.ok ? [each.template.value] : [])),
    packs: dropped.map((each) => ("template" in each ? listedTemplate(each.source, each.template) : listedPack(each.source, each.pack, wrong))),
  };
};
