import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, type LoadedPlugin, mergeKnowledge } from "@strideml/core";
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

const NOUNS = ["questions", "scales", "architectures", "threats", "mitigations", "frameworks", "mappings", "questionnaires", "templates", "overrides"];

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

const bringsOf = (plugin: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(NOUNS.map((noun) => [noun, Array.isArray(plugin[noun]) ? plugin[noun].length : 0] as const).filter(([, count]) => count > 0));

const setAside = (source: PackSource, problems: PlacedProblem[]): ListedPack => ({ source: source.name, name: source.name, version: "", digest: "", brings: {}, problems });

/** Merges packs with what the product brings, one after the other; one that is not sound is set aside with its problems. */
export const loadPacks = (sources: readonly PackSource[], base: Knowledge): Loaded => {
  const ours = JSON.parse(bundled) as LoadedPlugin[];
  const sound: Read[] = [];
  let knowledge = base;
  const templates: ReadTemplate[] = [];
  const add = (source: PackSource): ListedPack => {
    if (isTemplate(source)) {
      const template = readLoneTemplate(source);
      if (!template.ok) return setAside(source, template.problems);
      templates.push(template.value);
      return { source: source.name, name: template.value.title, version: "", digest: digestOf(source.files[0]!.text), brings: { templates: 1 }, problems: [] };
    }
    const read = readOne(source);
    if (!read.ok) return setAside(source, read.problems);
    const all = [...ours, ...[...sound, read.value].map(({ plugin, digest }) => ({ plugin, digest, foreign: true }))];
    const merged = mergeKnowledge(all);
    if (!merged.ok)
      return setAside(
        source,
        merged.problems.map((problem) => (problem.source === read.value.name ? read.value.place(problem) : problem)),
      );
    knowledge = merged.value;
    sound.push(read.value);
    const { name, version, digest, plugin } = read.value;
    return { source: source.name, name, version, digest, brings: bringsOf(plugin), problems: [] };
  };
  const packs = sources.map(add);
  return { knowledge, templates, packs };
};
