import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { userError } from "../UserError.js";

/** Names of a configuration. */
export const CONFIG_NAMES = ["ts", "mts", "js", "mjs", "json", "yaml"].map((extension) => `strideml.config.${extension}`);

const foldersUpTo = (from: string): string[] => {
  const folders = [resolve(from)];
  for (let folder = folders[0]!; !existsSync(join(folder, ".git")); folder = dirname(folder)) {
    // Outside of a repository, a folder above may belong to anybody, as /tmp does, and a configuration can be code.
    if (dirname(folder) === folder) return [folders[0]!];
    folders.push(dirname(folder));
  }
  return folders;
};

/**
 * The configuration of a folder: its own or that of the nearest folder above it, up to the root of the repository; outside
 * of a repository only its own.
 * @throws UserError where one folder has two
 */
export const findConfig = (from: string): string | undefined => {
  for (const folder of foldersUpTo(from)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
    if (found.length > 1)
      throw userError("config", `there are ${found.length} configurations in one folder`, { file: found[1], expected: "one", hint: `${found[0]} is the other` });
    if (found.length === 1) return found[0];
  }
  return undefined;
};
