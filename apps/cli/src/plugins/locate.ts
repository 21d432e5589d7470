import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolveModulePath } from "exsolve";
import { userError } from "../UserError.js";

/** Where the content of a plugin is. */
export type Location =
  | { kind: "pack"; path: string }
  /** A module whose default export is the plugin. */
  | { kind: "code"; path: string };

interface Manifest {
  name?: string;
  strideml?: { pack?: string; apiVersion?: number };
}

const isPath = (name: string) => /^\.{1,2}(?:\/|$)/.test(name) || isAbsolute(name) || /\.(?:ya?ml|json)$/.test(name);

/** The folder of a package that a config file can see, whatever its `exports` allow. */
const packageFolder = (name: string, config: string): string | undefined => {
  const from = pathToFileURL(config);
  const manifest = resolveModulePath(`${name}/package.json`, { from, conditions: ["node", "import", "default"], try: true });
  if (manifest !== undefined) return dirname(manifest);
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
};

const isCode = (path: string) => /\.(?:[cm]?js|m?ts)$/.test(path);

/**
 * Where a plugin named in a configuration is: a path relative to the config file, or a package that it can see.
 * @throws UserError where there is none
 */
export const locate = (name: string, config: string): Location => {
  if (isPath(name) || isCode(name)) {
    const path = resolve(dirname(config), name);
    if (!existsSync(path))
      throw userError("plugin-missing", `there is no plugin ${name}`, { file: config, expected: "a path relative to the config file", hint: `looked for ${path}` });
    return { kind: isCode(path) ? "code" : "pack", path };
  }
  const folder = packageFolder(name, config);
  if (folder === undefined) throw userError("plugin-missing", `the plugin ${name} is not installed`, { file: config, hint: `npm install --save-dev ${name}` });
  const { strideml } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  if (strideml?.pack !== undefined) return { kind: "pack", path: resolve(folder, strideml.pack) };
  const entry = resolveModulePath(name, { from: pathToFileURL(config), conditions: ["node", "import", "default"], try: true });
  if (entry === undefined)
    throw userError("plugin-entry", `the package ${name} has neither a data pack nor an entry`, {
      file: join(folder, "package.json"),
      expected: '"strideml": { "pack": "." } or "exports"',
    });
  return { kind: "code", path: entry };
};
