import { basename, dirname, join } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "@strideml/core";
import { packName, readPack } from "@strideml/formats";
import type { Exporter, Importer, PlacedProblem, Problem } from "@strideml/plugin-kit";
import { UserError, userError } from "../UserError.js";
import { checkTemplates } from "./checkTemplates.js";
import { codeText } from "./codeText.js";
import type { CodeSource, Described, Entry } from "./code/Request.js";
import { runCode } from "./code/runCode.js";
import { type Code, exportersOf, importersOf } from "./code/proxies.js";
import { type Location, locate } from "./locate.js";
import { packFiles } from "./packFiles.js";

/** A plugin as it was loaded, before it is merged. */
export interface Loaded {
  /** What the configuration calls it. */
  from: string;
  kind: "pack" | "code" | "object";
  path: string;
  plugin: Record<string, unknown>;
  exporters: Exporter[];
  importers: Importer[];
  digest: string;
  place: (problem: Problem) => PlacedProblem;
}

/** Where a plugin is named, and how long code may take. */
export interface Surroundings {
  config: string;
  index: number;
  seconds: number;
}

const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

interface Origin extends Code {
  from: string;
  kind: Loaded["kind"];
  path: string;
  text: string;
  place: Loaded["place"];
}

const fromCode = async ({ data, exporters, importers, functions }: Described, { from, kind, path, text, place, ...code }: Origin): Promise<Loaded> => {
  const plugin = JSON.parse(data) as Record<string, unknown>;
  await checkTemplates(plugin["templates"], () => ({ file: path, skipped: 0 }));
  const digest = digestOf({ data: plugin, exporters, importers, functions, text });
  return { from, kind, path, plugin, exporters: exportersOf(exporters, code), importers: importersOf(importers, code), digest, place };
};

/** A package is imported by one name and called by another in reports, unless both are the same. */
const checkName = (said: unknown, name: string | undefined, file: string): void => {
  if (name !== undefined && typeof said === "string" && said !== name)
    throw userError("plugin-name", `calls itself ${said}`, { file, path: ["name"], expected: `${name}, the name of its package` });
};

const inFolder = (file: string | undefined, path: string): string => (file === undefined || file === path ? path : join(path, file));

/**
 * Reads a data pack.
 * @param owner the package that it is the content of
 * @throws UserError as below
 */
export const loadPack = async (entry: string, path: string, owner: Location["package"]): Promise<Loaded> => {
  const pack = readPack(await packFiles(path), path);
  if (!pack.ok) throw new UserError(pack.problems.map((problem) => ({ ...problem, file: inFolder(problem.file, path) })));
  const { plugin, place, templates } = pack.value;
  const placed = (problem: Problem): PlacedProblem => {
    const found = place(problem);
    return { ...found, file: inFolder(found.file, path) };
  };
  await checkTemplates(plugin["templates"], (index) => ({ file: inFolder(templates[index]?.file, path), skipped: templates[index]?.skipped ?? 0 }));
  const named: Record<string, unknown> = { name: owner?.name ?? packName(basename(path)), version: owner?.version ?? "0.0.0", ...plugin };
  checkName(named["name"], owner?.name, owner?.manifest ?? path);
  return { from: entry, kind: "pack", path, plugin: named, exporters: [], importers: [], digest: digestOf(named), place: placed };
};

const loadObject = (entry: Exclude<Entry, string>, from: string, { config, index, seconds }: Surroundings): Promise<Loaded> => {
  if ("problems" in entry) throw new UserError(entry.problems.map((problem) => ({ ...problem, file: config })));
  const place = (problem: Problem): PlacedProblem => ({ ...problem, file: config, path: ["plugins", index, ...problem.path] });
  const source: CodeSource = { config, index };
  return fromCode(entry.described, { from, kind: "object", path: config, text: "", place, source, bounds: { file: config, seconds } });
};

/**
 * Loads one plugin of a configuration: reads a data pack, or has code described by the thread in which it runs.
 * @throws UserError with every problem in reading it; what it says is checked when it is merged
 */
export const loadPlugin = async (entry: Entry, from: string, around: Surroundings): Promise<Loaded> => {
  const loaded = await load(entry, from, around);
  if (typeof loaded.plugin["name"] === "string") return loaded;
  throw new UserError([
    loaded.place({ code: "plugin-shape", message: loaded.plugin["name"] === undefined ? "is missing" : "is not text", path: ["name"], expected: "the name of its package" }),
  ]);
};

const load = async (entry: Entry, from: string, around: Surroundings): Promise<Loaded> => {
  if (typeof entry !== "string") return loadObject(entry, from, around);
  const { kind, path, package: owner } = await locate(entry, around.config);
  if (kind === "pack") return loadPack(entry, path, owner);
  const source: CodeSource = { file: path };
  const bounds = { file: path, seconds: around.seconds };
  const described = (await runCode({ do: "plugin", source }, bounds)) as Described;
  checkName((JSON.parse(described.data) as { name?: unknown }).name, owner?.name, path);
  const text = await codeText(path, owner && dirname(owner.manifest));
  return fromCode(described, { from, kind, path, text, place: (problem) => ({ ...problem, file: path }), source, bounds });
};
