import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "@strideml/core";
import { readPack } from "@strideml/formats";
import type { CodePlugin, Exporter, Importer, PlacedProblem, Problem } from "@strideml/plugin-kit";
import { UserError, userError } from "../UserError.js";
import { locate } from "./locate.js";
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

const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** Parts a code plugin into data, which is checked like any other, and functions. */
const parted = (plugin: unknown, file: string): { data: Record<string, unknown>; exporters: Exporter[]; importers: Importer[] } => {
  if (!isMapping(plugin)) throw userError("plugin-shape", "does not export a plugin", { file, expected: "export default definePlugin({ name, version, apiVersion: 1, ... })" });
  const { exporters = [], importers = [], ...data } = plugin as unknown as CodePlugin;
  const wrong = [...exporters.filter((each) => typeof each?.export !== "function"), ...importers.filter((each) => typeof each?.import !== "function")];
  if (wrong.length > 0)
    throw userError("plugin-shape", `${wrong.length} of its exporters and importers are not functions with an id`, {
      file,
      expected: "defineExporter({ id, title, extension, mediaType, deterministic, export })",
    });
  return { data: data, exporters, importers };
};

/** Data goes through JSON once, so that nothing but data is left of it. */
const plain = (data: Record<string, unknown>): Record<string, unknown> => JSON.parse(JSON.stringify(data)) as Record<string, unknown>;

const fromCode = (plugin: unknown, from: string, path: string, kind: Loaded["kind"], code: string): Loaded => {
  const { data, exporters, importers } = parted(plugin, path);
  const ids = [...exporters, ...importers].map(({ id }) => id);
  return { from, kind, path, plugin: plain(data), exporters, importers, digest: digestOf({ data: plain(data), ids, code }), place: (problem) => ({ ...problem, file: path }) };
};

const importCode = async (path: string): Promise<unknown> => {
  try {
    if (/\.m?ts$/.test(path)) {
      const { createJiti } = await import("jiti");
      return await createJiti(path, { fsCache: false, moduleCache: false }).import(path, { default: true });
    }
    return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (error) {
    throw userError("plugin-load", `cannot be loaded: ${(error as Error).message.split("\n")[0]!}`, {
      file: path,
      hint: (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND" ? "npm install" : "import it by itself to see more",
    });
  }
};

/**
 * Loads one plugin of a configuration: reads a data pack, or imports code.
 * @throws UserError with every problem in reading it; what it says is checked when it is merged
 */
export const loadPlugin = async (entry: string | CodePlugin, config: string): Promise<Loaded> => {
  if (typeof entry !== "string") return fromCode(entry, entry.name, config, "object", "");
  const { kind, path } = locate(entry, config);
  if (kind === "code") return fromCode(await importCode(path), entry, path, kind, readFileSync(path, "utf8"));
  const pack = readPack(await packFiles(path), path);
  if (!pack.ok) throw new UserError(pack.problems.map((problem) => ({ ...problem, file: inFolder(problem.file, path) })));
  const { plugin, place } = pack.value;
  const named = { name: basename(path).replace(/\.(?:ya?ml|json)$/, ""), version: "0.0.0", ...plugin };
  return {
    from: entry,
    kind,
    path,
    plugin: named,
    exporters: [],
    importers: [],
    digest: digestOf(named),
    place: (problem) => {
      const placed = place(problem);
      return { ...placed, file: inFolder(placed.file, path) };
    },
  };
};

const inFolder = (file: string | undefined, path: string): string => (file === undefined || file === path ? path : join(path, file));
