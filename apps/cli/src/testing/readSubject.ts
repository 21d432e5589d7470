import { existsSync, promises as fs } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CodePlugin, Exporter, PlacedProblem } from "@strideml/plugin-kit";
import type { ContractSubject } from "@strideml/plugin-kit/testing";
import { resolveModulePath } from "exsolve";
import { describe, isMapping } from "../plugins/code/describe.js";
import { exportersOf } from "../plugins/code/proxies.js";
import type { Described } from "../plugins/code/Request.js";
import { CODE_SECONDS, runCode } from "../plugins/code/runCode.js";
import { shiftClock } from "../plugins/code/shiftClock.js";
import { loadPack, loadPlugin } from "../plugins/loadPlugin.js";
import type { Location } from "../plugins/locate.js";
import { packFiles } from "../plugins/packFiles.js";
import { fileMistake } from "../readInput.js";
import { UserError, userError } from "../UserError.js";
import type { Subject } from "./Subject.js";

/** Another year, month, day and day of the week. */
const DAYS = 400;

const onAnotherDay = ({ export: make, ...head }: Exporter): Exporter => ({
  ...head,
  export: async (job) => {
    const setBack = shiftClock(DAYS);
    try {
      return await make(job);
    } finally {
      setBack();
    }
  },
});

/** A plugin that is an object runs where the tests run: nothing can end it. */
const fromObject = (value: CodePlugin): Subject => {
  const path = "the plugin";
  const described = describe(value);
  if (Array.isArray(described)) throw new UserError(described.map((problem): PlacedProblem => ({ ...problem, file: path })));
  const plugin = JSON.parse(described.data) as Record<string, unknown>;
  const { exporters = [], importers = [] } = value;
  const again = { plugin, exporters: exporters.map(onAnotherDay) };
  const place: Subject["place"] = (problem) => ({ ...problem, file: path });
  return { from: path, kind: "object", path, plugin, exporters, importers, digest: "", place, files: [], onAnotherDay: async () => again };
};

/** A module runs as it does for its users: in a thread of its own, within bounds. */
const fromModule = async (file: string): Promise<Subject> => {
  const bounds = { file, seconds: CODE_SECONDS };
  const loaded = await loadPlugin(file, file, { config: join(dirname(file), "strideml.config.yaml"), index: 0, seconds: CODE_SECONDS });
  const later = async () => {
    const { data, exporters } = (await runCode({ do: "plugin", source: { file }, daysLater: DAYS }, bounds)) as Described;
    return { plugin: JSON.parse(data) as Record<string, unknown>, exporters: exportersOf(exporters, { source: { file }, bounds, daysLater: DAYS }) };
  };
  return { ...loaded, files: [], onAnotherDay: later };
};

const fromPack = async (path: string, owner?: Location["package"]): Promise<Subject> => {
  const [loaded, files] = await Promise.all([loadPack(path, path, owner), packFiles(path)]);
  return { ...loaded, files: files.map((file) => file.path), onAnotherDay: async () => ({ plugin: (await loadPack(path, path, owner)).plugin, exporters: [] }) };
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
    (error: unknown) => Promise.reject(fileMistake(error, path, "expected a plugin there")),
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
  return fromObject(subject);
};
