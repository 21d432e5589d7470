import { type Dirent, promises as fs } from "node:fs";
import { join, relative, sep } from "node:path";
import type { PackFile } from "@strideml/formats";
import { fileMistake } from "../readInput.js";
import { userError } from "../UserError.js";

/** Bytes that the files of a pack may have together. */
const LARGEST = 20 * 1024 * 1024;

const READ = /\.(?:ya?ml|json|hbs)$/;

/** Folders that belong to a package and not to the pack in it. */
const SKIPPED = new Set(["node_modules", "dist", "test", "tests", ".git"]);

const list = async (folder: string): Promise<string[]> => {
  const entries: Dirent[] = await fs.readdir(folder, { withFileTypes: true });
  const inside = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : list(path);
      return entry.isFile() && READ.test(entry.name) ? [path] : [];
    }),
  );
  return inside.flat();
};

/**
 * The files of a data pack on disk: those of a folder, or one.
 * @throws UserError where it is missing or larger than any pack
 */
export const packFiles = async (path: string): Promise<PackFile[]> => {
  try {
    const isFolder = (await fs.stat(path)).isDirectory();
    const paths = isFolder ? await list(path) : [path];
    const sizes = await Promise.all(paths.map(async (file) => (await fs.stat(file)).size));
    if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST)
      throw userError("too-large", `is larger than ${LARGEST / 1024 / 1024} MB`, { file: path, expected: "a data pack of some hundred kilobytes" });
    return await Promise.all(paths.map(async (file) => ({ path: isFolder ? relative(path, file).split(sep).join("/") : file, text: await fs.readFile(file, "utf8") })));
  } catch (error) {
    throw fileMistake(error, path);
  }
};
