import { promises as fs } from "node:fs";
import { join, relative, sep } from "node:path";
import { PACK_FOLDERS, type PackFile } from "@strideml/formats";
import { didYouMean, type PlacedProblem } from "@strideml/plugin-kit";
import { fileMistake } from "../readInput.js";
import { UserError, userError } from "../UserError.js";

/** Bytes that the files of a pack may have together. */
const LARGEST = 20 * 1024 * 1024;

/** Files that a folder may hold; a pack has some hundred. */
const MOST_FILES = 20_000;

const READ = /\.(?:ya?ml|json|hbs)$/;

/** Folders that belong to a package and not to the pack in it. */
const SKIPPED = new Set(["node_modules", "dist", "test", "tests", "out"]);

const isInside = (path: string, root: string): boolean => path === root || path.startsWith(root + sep);

interface Walk {
  root: string;
  /** Real paths of the folders that were entered: links may go in circles. */
  entered: Set<string>;
  found: string[];
}

/** The real path of an entry. Throws where a link leads out of the pack: what a pack says must be what was published. */
const real = async (path: string, { root }: Walk): Promise<string> => {
  const target = await fs.realpath(path).catch((error: unknown) => Promise.reject(fileMistake(error, path, "take the link out")));
  if (!isInside(target, root)) throw userError("outside-pack", "is a link that leads out of the pack", { file: path, expected: `a file in ${root}`, hint: "put a copy there" });
  return target;
};

const list = async (folder: string, walk: Walk): Promise<void> => {
  if (walk.entered.has(folder)) return;
  walk.entered.add(folder);
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (SKIPPED.has(entry.name) || entry.name.startsWith(".")) continue;
    const target = entry.isSymbolicLink() ? await real(path, walk) : path;
    const is = entry.isSymbolicLink() ? await fs.stat(target) : entry;
    if (is.isDirectory()) await list(target, walk);
    else if (is.isFile() && READ.test(entry.name)) walk.found.push(path);
    if (walk.found.length > MOST_FILES) throw userError("too-large", `holds more than ${MOST_FILES} files`, { file: walk.root, expected: "the folder of a data pack" });
  }
};

const textOf = async (file: string): Promise<string> => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await fs.readFile(file));
  } catch (error) {
    if (error instanceof TypeError) throw userError("encoding", "is not valid UTF-8", { file, expected: "text in UTF-8", hint: "save it again as UTF-8" });
    throw error;
  }
};

const isNoun = (name: string): boolean => PACK_FOLDERS.some((folder) => folder === name || folder === `${name}s`);

/** What was probably meant by a file that stands where a pack is not read; nothing for files that are no business of the pack. */
const meant = (first: string, rest: readonly string[], path: string): string | undefined => {
  if (rest.length > 0) return PACK_FOLDERS.includes(first) ? undefined : didYouMean(first, PACK_FOLDERS);
  if (path.endsWith(".hbs")) return "templates stand in templates/";
  const name = first.replace(READ, "");
  if (["framework", "mapping"].includes(name)) return undefined;
  return isNoun(name) ? `put it into ${PACK_FOLDERS.find((folder) => folder.startsWith(name))!}/` : undefined;
};

/** Files that look like entries but stand where nothing is read: without a word they would be left out. */
const strays = (paths: readonly string[], root: string): PlacedProblem[] =>
  paths.flatMap((path): PlacedProblem[] => {
    const [first = "", ...rest] = relative(root, path).split(sep);
    const hint = meant(first, rest, path);
    return hint === undefined ? [] : [{ code: "stray-file", message: "stands where a pack is not read", path: [], file: path, hint }];
  });

/**
 * The files of a data pack on disk: those of a folder, or one.
 * @throws UserError where it is missing, larger than any pack, or reaches out of its folder
 */
export const packFiles = async (path: string): Promise<PackFile[]> => {
  try {
    const isFolder = (await fs.stat(path)).isDirectory();
    const walk: Walk = { root: await fs.realpath(path), entered: new Set(), found: [] };
    if (isFolder) await list(walk.root, walk);
    else walk.found.push(path);
    const sizes = await Promise.all(walk.found.map(async (file) => (await fs.stat(file)).size));
    if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST)
      throw userError("too-large", `is larger than ${LARGEST / 1024 / 1024} MB`, { file: path, expected: "a data pack of some hundred kilobytes" });
    const stray = isFolder ? strays(walk.found, walk.root) : [];
    if (stray.length > 0) throw new UserError(stray);
    return await Promise.all(walk.found.map(async (file) => ({ path: isFolder ? relative(walk.root, file).split(sep).join("/") : file, text: await textOf(file) })));
  } catch (error) {
    throw fileMistake(error, path, "look at the path in the configuration");
  }
};
