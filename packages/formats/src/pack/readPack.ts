import { API_VERSION, PLUGIN_LISTS, type PlacedProblem, type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { readYaml, type Source } from "../readYaml.js";
import { readTemplate } from "./readTemplate.js";

/** One file of a data pack; the path is relative to the folder of the pack, with forward slashes. */
export interface PackFile {
  path: string;
  text: string;
}

/** The plugin that a data pack amounts to, unchecked, and a way back from a problem in it to its file. */
export interface Pack {
  plugin: Record<string, unknown>;
  place: (problem: Problem) => PlacedProblem;
  /** Where each template of the plugin is: its file, and the lines of the head before its text. */
  templates: { file: string; skipped: number }[];
}

/** Characters that a whole pack may have. The built-in catalog has 1.3 million. */
const LARGEST = 10_000_000;

/** Files that a pack may have. */
const MOST_FILES = 5000;

/** Lists of a plugin, by the folder or the file that their entries stand in; templates are no YAML. */
const LISTS = PLUGIN_LISTS.filter((list) => list !== "templates");
const SINGLE: Readonly<Record<string, (typeof LISTS)[number]>> = { framework: "frameworks", mapping: "mappings" };

/** Folders of a pack whose files are read. */
export const PACK_FOLDERS: readonly string[] = PLUGIN_LISTS;

const EXTENSION = /\.(?:ya?ml|json)$/;

const MANIFESTS = new Set(["pack.yaml", "pack.yml", "pack.json"]);

/** Which list an entry belongs to: `threats/x.yaml`, `framework.yaml`; none for files that are no entries. */
const listOf = (path: string): string | undefined => {
  const [first = "", ...rest] = path.split("/");
  if (rest.length > 0) return (LISTS as readonly string[]).includes(first) ? first : undefined;
  return SINGLE[first.replace(EXTENSION, "")];
};

interface Placed {
  source: Source;
  /** Where in the plugin the content of the file stands. */
  at: Problem["path"];
}

const startsWith = (path: Problem["path"], at: Problem["path"]): boolean => at.every((key, index) => path[index] === key);

const placer =
  (files: readonly Placed[], whole: string) =>
  (problem: Problem): PlacedProblem => {
    const file = files.filter(({ at }) => startsWith(problem.path, at)).toSorted((a, b) => b.at.length - a.at.length)[0];
    return file ? file.source.place({ ...problem, path: problem.path.slice(file.at.length) }) : { ...problem, file: whole };
  };

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

const tooMuch = (files: readonly PackFile[], name: string): PlacedProblem[] => {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > LARGEST) return [{ code: "too-large", message: `the pack has ${size} characters`, path: [], file: name, expected: `at most ${LARGEST}` }];
  if (files.length > MOST_FILES) return [{ code: "too-large", message: `the pack has ${files.length} files`, path: [], file: name, expected: `at most ${MOST_FILES}` }];
  return [];
};

/** Reads the entries of the folders into the lists of the plugin. */
const readEntries = (files: readonly PackFile[], plugin: Record<string, unknown>, placed: Placed[]): PlacedProblem[] =>
  files.flatMap(({ path, text }): PlacedProblem[] => {
    const list = listOf(path);
    if (list === undefined) return [];
    const source = readYaml(text, path);
    if (!source.ok) return source.problems;
    const known = (plugin[list] ??= []);
    if (!Array.isArray(known)) return [{ code: "wrong-type", message: `${list} is not a list`, path: [list], file: path }];
    const entry = isMapping(source.value.value) ? withoutSchema(source.value.value) : source.value.value;
    placed.push({ source: source.value, at: [list, known.push(entry) - 1] });
    return [];
  });

const withoutSchema = (entry: Record<string, unknown>): Record<string, unknown> => {
  const plain = { ...entry };
  delete plain["$schema"];
  return plain;
};

const readTemplates = (files: readonly PackFile[], plugin: Record<string, unknown>, placed: Placed[], places: Pack["templates"]): PlacedProblem[] =>
  files.flatMap(({ path, text }): PlacedProblem[] => {
    if (!/^templates\/.+\.hbs$/.test(path)) return [];
    const template = readTemplate(text, path.slice("templates/".length).replace(/\.hbs$/, ""), path);
    if (!template.ok) return template.problems;
    const known = (plugin["templates"] ??= []);
    if (!Array.isArray(known)) return [{ code: "wrong-type", message: "templates is not a list", path: ["templates"], file: path }];
    placed.push({ source: { value: template.value, place: (problem) => ({ ...problem, file: path }) }, at: ["templates", known.push(template.value) - 1] });
    places.push({ file: path, skipped: text.slice(0, text.length - template.value.source.length).split("\n").length - 1 });
    return [];
  });

/** Name and version from `package.json`, where there is one; the manifest of the pack may say them too. */
const fromPackage = (files: readonly PackFile[]): Record<string, unknown> => {
  const file = files.find(({ path }) => path === "package.json");
  if (!file) return {};
  const source = readYaml(file.text, file.path);
  if (!source.ok || !isMapping(source.value.value)) return {};
  const { name, version, strideml } = source.value.value;
  const apiVersion = isMapping(strideml) ? strideml["apiVersion"] : undefined;
  return { ...(name !== undefined && { name }), ...(version !== undefined && { version }), ...(apiVersion !== undefined && { apiVersion }) };
};

/** The one file that says name and version, and perhaps everything. */
const manifestOf = (files: readonly PackFile[]): { file?: PackFile; problems: PlacedProblem[] } => {
  const [first, second] = files.filter(({ path }) => MANIFESTS.has(path));
  if (!second) return { ...(first && { file: first }), problems: [] };
  return { problems: [{ code: "two-manifests", message: "a pack has one manifest", path: [], file: second.path, hint: `${first!.path} is the other; take one out` }] };
};

/** What the manifest says. Lists are copied, because entries of the folders are added to them. */
const fromManifest = (said: unknown): Record<string, unknown> => {
  if (!isMapping(said)) return {};
  const entries = Object.entries(withoutSchema(said)).map(([key, value]) => [key, Array.isArray(value) ? [...(value as unknown[])] : value] as const);
  // Not by assignment: a key __proto__ stays a key and is refused when the plugin is merged.
  return Object.fromEntries(entries);
};

/** Whether a plugin brings anything at all. */
const isEmpty = (plugin: Record<string, unknown>): boolean =>
  plugin["scoring"] === undefined && PACK_FOLDERS.every((list) => plugin[list] === undefined || (Array.isArray(plugin[list]) && plugin[list].length === 0));

const EMPTY = {
  code: "plugin-empty",
  message: "holds nothing that a pack can bring",
  path: [],
  expected: `framework.yaml, mapping.yaml, pack.yaml, or files in ${PACK_FOLDERS.join("/, ")}/`,
};

/**
 * Reads a data pack: YAML and JSON in folders by noun, or all in one file. Nothing in it is executed.
 * What it says is checked when it is merged (`mergeKnowledge`).
 * @param files the files of a folder, or one file that holds everything
 * @param name how the pack is called in messages
 * @returns the plugin, or every problem with reading it
 */
export const readPack = (files: readonly PackFile[], name: string): Result<Pack> => {
  const early = tooMuch(files, name);
  if (early.length > 0) return failure(early);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const only = files.length === 1 && EXTENSION.test(files[0]!.path) && listOf(files[0]!.path) === undefined ? files[0]! : undefined;
  const manifest = only ? { file: only, problems: [] } : manifestOf(sorted);
  if (manifest.problems.length > 0) return failure(manifest.problems);
  const source = manifest.file ? readYaml(manifest.file.text, manifest.file.path) : undefined;
  if (source && !source.ok) return source;
  const said = source?.value.value;
  if (source && !isMapping(said))
    return failure([
      {
        code: "wrong-type",
        message: "is not a mapping of keys to values",
        path: [],
        file: manifest.file!.path,
        expected: "name, version, apiVersion and what the pack contributes",
      },
    ]);
  const plugin: Record<string, unknown> = { apiVersion: API_VERSION, ...fromPackage(files), ...fromManifest(said) };
  const placed: Placed[] = source?.ok ? [{ source: source.value, at: [] }] : [];
  const templates: Pack["templates"] = Array.isArray(plugin["templates"]) ? plugin["templates"].map(() => ({ file: manifest.file!.path, skipped: 0 })) : [];
  const problems = only ? [] : [...readEntries(sorted, plugin, placed), ...readTemplates(sorted, plugin, placed, templates)];
  if (problems.length > 0) return failure(problems);
  return isEmpty(plugin) ? failure([{ ...EMPTY, file: name }]) : success({ plugin, place: placer(placed, name), templates });
};
