import { existsSync, promises as fs } from "node:fs";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readYaml } from "@strideml/formats";
import { API_VERSION } from "@strideml/plugin-kit";
import { resolveModulePath } from "exsolve";
import { UserError, userError } from "../UserError.js";

/** Where the content of a plugin is: the folder or file of a data pack, or a module whose default export is the plugin. */
export interface Location {
  kind: "pack" | "code";
  path: string;
  /** The package that it is the content of, where the configuration names a package. */
  package?: { name: string; version?: string; manifest: string };
}

const isPath = (name: string) => /^\.{1,2}(?:[\\/]|$)/.test(name) || isAbsolute(name) || /\.(?:ya?ml|json)$/.test(name);

const CONDITIONS = ["node", "import", "default"];

/** The folder of a package that a config file can see, whatever its `exports` allow. */
const packageFolder = (name: string, config: string): string | undefined => {
  const from = pathToFileURL(config);
  const manifest = resolveModulePath(`${name}/package.json`, { from, conditions: CONDITIONS, try: true });
  if (manifest !== undefined) return dirname(manifest);
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
};

const isCode = (path: string) => /\.(?:[cm]?js|m?ts)$/.test(path);

const atPath = (name: string, config: string): Location => {
  const path = resolve(dirname(config), name);
  if (!existsSync(path))
    throw userError("plugin-missing", `there is no plugin ${name}`, { file: config, expected: "a path relative to the config file", hint: `looked for ${path}` });
  return { kind: isCode(path) ? "code" : "pack", path };
};

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** What `package.json` says of the plugin: its version, and where its data pack is, if it has one. */
const readManifest = async (manifest: string): Promise<{ version?: string; pack?: string }> => {
  const source = readYaml(await fs.readFile(manifest, "utf8"), manifest);
  if (!source.ok) throw new UserError(source.problems);
  const { value, place } = source.value;
  const wrong = (code: string, message: string, path: string[], expected: string, hint?: string) => new UserError([place({ code, message, path, expected, hint })]);
  const { strideml, version } = isMapping(value) ? value : {};
  const said = typeof version === "string" ? { version } : {};
  if (strideml === undefined) return said;
  if (!isMapping(strideml)) throw wrong("plugin-manifest", "is not an object", ["strideml"], '{ "pack": ".", "apiVersion": 1 }');
  const { pack, apiVersion = API_VERSION } = strideml;
  if (apiVersion !== API_VERSION) {
    const newer = typeof apiVersion === "number" && apiVersion > API_VERSION;
    throw wrong(
      "api-version",
      `is written for version ${String(apiVersion)} of the plugin contract`,
      ["strideml", "apiVersion"],
      `version ${API_VERSION}`,
      newer ? "use a newer strideml" : undefined,
    );
  }
  if (pack !== undefined && typeof pack !== "string") throw wrong("plugin-manifest", "is not a path", ["strideml", "pack"], 'a path in the package, such as "."');
  return { ...said, ...(pack !== undefined && { pack }) };
};

/** A pack stands in its package: what is read is what was published. */
const insidePackage = async (folder: string, pack: string, manifest: string): Promise<string> => {
  const path = resolve(folder, pack);
  if (!existsSync(path)) throw userError("plugin-missing", `there is no ${pack} in the package`, { file: manifest, path: ["strideml", "pack"], hint: `looked for ${path}` });
  const [root, target] = await Promise.all([fs.realpath(folder), fs.realpath(path)]);
  if (target !== root && !target.startsWith(root + sep))
    throw userError("outside-pack", `${pack} leads out of the package`, { file: manifest, path: ["strideml", "pack"], expected: `a path in ${folder}` });
  return path;
};

/**
 * Where a plugin named in a configuration is: a path relative to the config file, or a package that it can see.
 * @throws UserError where there is none
 */
export const locate = async (name: string, config: string): Promise<Location> => {
  if (isPath(name) || isCode(name)) return atPath(name, config);
  const folder = packageFolder(name, config);
  if (folder === undefined) throw userError("plugin-missing", `the plugin ${name} is not installed`, { file: config, hint: `npm install --save-dev ${name}` });
  const manifest = join(folder, "package.json");
  const { pack, ...version } = await readManifest(manifest);
  const owner = { name, manifest, ...version };
  if (pack !== undefined) return { kind: "pack", path: await insidePackage(folder, pack, manifest), package: owner };
  const entry = resolveModulePath(name, { from: pathToFileURL(config), conditions: CONDITIONS, try: true });
  if (entry === undefined)
    throw userError("plugin-entry", `the package ${name} has neither a data pack nor an entry`, { file: manifest, expected: '"strideml": { "pack": "." } or "exports"' });
  return { kind: "code", path: entry, package: owner };
};
