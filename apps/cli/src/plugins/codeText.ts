import { existsSync, promises as fs } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { canonicalJson } from "@strideml/core";

const MODULE = /\.(?:[cm]?js|[cm]?ts|json)$/;

/** All modules of a package, whether or not they are imported. */
const modulesIn = async (folder: string): Promise<string[]> => {
  const entries = await fs.readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && MODULE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).includes("node_modules"));
};

/** Addresses of modules as an import, an export or a `require` names them. One in a comment is looked at too, which does no harm. */
const NAMED = /\b(?:from|import|require)\b\s*\(?\s*(["'`])(\.{1,2}\/[^"'`\n]+)\1/g;

/** What an address may stand for: TypeScript is imported by the name that it will have as JavaScript, or by none. */
const candidates = (address: string): string[] => [
  address,
  address.replace(/\.([cm]?)js$/, ".$1ts"),
  ...[".js", ".ts", ".json", "/index.js", "/index.ts"].map((extension) => address + extension),
];

const firstFile = async (paths: readonly string[]): Promise<string | undefined> => {
  for (const path of paths) if (existsSync(path) && (await fs.stat(path)).isFile()) return path;
  return undefined;
};

const importedBy = async (path: string, text: string): Promise<string[]> => {
  const addresses = [...text.matchAll(NAMED)].map(([, , address]) => resolve(dirname(path), address!));
  const files = await Promise.all(addresses.map((address) => firstFile(candidates(address))));
  return files.filter((file) => file !== undefined);
};

/** A module and all that it imports by path, and what those import. */
const modulesFrom = async (path: string): Promise<string[]> => {
  const found = new Set([path]);
  // A set gives what is added while it is gone through.
  for (const file of found) for (const other of await importedBy(file, await fs.readFile(file, "utf8"))) found.add(other);
  return [...found];
};

/**
 * The text of a plugin's code, so that a change in any module of it is seen: of all in its package or, for a module that is
 * named by its path, of those that it imports by path. What it imports from other packages is pinned by their lock file.
 * @param folder of the package
 */
export const codeText = async (path: string, folder: string | undefined): Promise<string> => {
  const files = folder === undefined ? await modulesFrom(path) : await modulesIn(folder);
  const root = folder ?? dirname(path);
  const texts = files.toSorted().map(async (file) => [relative(root, file).replaceAll("\\", "/"), await fs.readFile(file, "utf8")]);
  return canonicalJson(await Promise.all(texts));
};
