import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Names of a configuration, in the order in which they are looked for. */
export const CONFIG_NAMES = ["ts", "mts", "js", "mjs", "json", "yaml"].map((extension) => `strideml.config.${extension}`);

/** The configuration of a folder: its own or that of the nearest folder above it, up to the root of the repository. */
export const findConfig = (from: string): string | undefined => {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (existsSync(join(folder, ".git")) || dirname(folder) === folder) return undefined;
  }
};
