import { existsSync, promises as fs } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CodePlugin, PlacedProblem } from "@strideml/plugin-kit";
import type { ContractSubject } from "@strideml/plugin-kit/testing";
import { resolveModulePath } from "exsolve";
import { describe, isMapping } from "../plugins/code/describe.js";
import { loadPack } from "../plugins/loadPlugin.js";
import type { Location } from "../plugins/locate.js";
import { packFiles } from "../plugins/packFiles.js";
import { fileMistake } from "../readInput.js";
import { UserError, userError } from "../UserError.js";
import type { Subject } from "./Subject.js";

const NO_DIGEST = "0".repeat(64);

/** Code runs in this thread, as tests do: its author can halt in it, and look at what it prints. */
const imported = async (file: string, again = false): Promise<unknown> => {
  if (/\.m?ts$/.test(file)) {
    const { createJiti } = await import("jiti");
    return createJiti(file, { fsCache: false, moduleCache: false }).import(file, { default: true });
  }
  return ((await import(`${pathToFileURL(file).href}${again ? "?again" : ""}`)) as { default?: unknown }).default;
};

const parted = (value: unknown, file: string): { data: Record<string, unknown> } => {
  const described = describe(value);
  if (Array.isArray(described)) throw new UserError(described.map((problem): PlacedProblem => ({ ...problem, file })));
  return { data: JSON.parse(described.data) as Record<string, unknown> };
};

const fromValue = (value: unknown, path: string, again: () => Promise<unknown>): Subject => {
  const { data } = parted(value, path);
  const { exporters = [], importers = [] } = value as CodePlugin;
  const place: Subject["place"] = (problem) => ({ ...problem, file: path });
  return { from: path, kind: "code", path, plugin: data, exporters, importers, digest: NO_DIGEST, place, files: [], again: async () => parted(await again(), path).data };
};

const fromModule = async (file: string): Promise<Subject> => {
  const value = await imported(file).catch((error: unknown) => {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw userError("plugin-load", `cannot be loaded: ${name}: ${message.split("\n")[0]!}`, { file });
  });
  return fromValue(value, file, () => imported(file, true));
};

const fromPack = async (path: string, owner?: Location["package"]): Promise<Subject> => {
  const read = () => loadPack(path, path, owner);
  const [loaded, files] = await Promise.all([read(), packFiles(path)]);
  return { ...loaded, digest: NO_DIGEST, files: files.map((file) => file.path), again: async () => (await read()).plugin };
};

const manifestOf = async (folder: string): Promise<Record<string, unknown> | undefined> => {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  try {
    const manifest: unknown = JSON.parse(await fs.readFile(file, "utf8"));
    if (isMapping(manifest)) return manifest;
  } catch {
    // Told below, as every other text that is no manifest.
  }
  throw userError("plugin-manifest", "is no JSON object", { file, expected: '{ "name": …, "version": …, "strideml": { "apiVersion": 1 } }' });
};

/** The content of a package: its pack, or the module that those who import it get. */
const fromPackage = async (folder: string, manifest: Record<string, unknown>): Promise<Subject> => {
  const { strideml, name, version } = manifest;
  const pack = isMapping(strideml) ? strideml["pack"] : undefined;
  const file = join(folder, "package.json");
  if (typeof pack === "string") {
    const path = resolve(folder, pack);
    const { files, ...subject } = await fromPack(path, { name: String(name), manifest: file, ...(typeof version === "string" && { version }) });
    return { ...subject, files: files.map((each) => relative(folder, join(path, each)).split(sep).join("/")), folder, manifest };
  }
  const entry = typeof name === "string" ? resolveModulePath(name, { from: pathToFileURL(file), conditions: ["node", "import", "default"], try: true }) : undefined;
  if (entry === undefined || !existsSync(entry))
    throw userError("plugin-entry", "leads neither to a data pack nor to a module", { file, expected: '"strideml": { "pack": "." } or "exports"', hint: "build it first" });
  return { ...(await fromModule(entry)), folder, manifest };
};

const withFolder = async (path: string): Promise<Subject> => {
  const isFolder = await fs.stat(path).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => Promise.reject(fileMistake(error, path)),
  );
  if (!isFolder) return { ...(await (/\.(?:[cm]?js|m?ts)$/.test(path) ? fromModule(path) : fromPack(path))), folder: dirname(path) };
  const manifest = await manifestOf(path);
  return manifest ? fromPackage(path, manifest) : { ...(await fromPack(path)), folder: path };
};

/**
 * Reads what is tested: the folder of a package or pack, the file of a module or pack, or a plugin.
 * @throws UserError with every problem in reading it
 */
export const readSubject = async (subject: ContractSubject): Promise<Subject> => {
  if (typeof subject === "string") return withFolder(resolve(subject));
  if ("href" in subject) return withFolder(resolve(fileURLToPath(subject.href)));
  return fromValue(subject, "the plugin", () => Promise.resolve(subject));
};
