import { promises as fs } from "node:fs";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { readYaml } from "@strideml/formats";
import type { Config } from "@strideml/plugin-kit";
import { fileMistake } from "../readInput.js";
import { UserError, userError } from "../UserError.js";

const importConfig = async (path: string): Promise<unknown> => {
  if (![".ts", ".mts"].includes(extname(path))) return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  const { createJiti } = await import("jiti");
  return createJiti(path, { fsCache: false, moduleCache: false }).import(path, { default: true });
};

const readData = async (path: string): Promise<unknown> => {
  const text = await fs.readFile(path, "utf8").catch((error: unknown) => Promise.reject(fileMistake(error, path)));
  const source = readYaml(text, path);
  if (!source.ok) throw new UserError(source.problems);
  return source.value.value;
};

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

/** Checks what a configuration says by hand: it may hold functions, which no schema of data lets through. */
const checked = (value: unknown, file: string): Config => {
  if (!isMapping(value)) throw userError("config", "is not an object", { file, expected: "export default defineConfig({ plugins: [...] })" });
  const unknown = Object.keys(value).find((key) => key !== "plugins" && key !== "$schema");
  if (unknown !== undefined) throw userError("config", `unknown key ${unknown}`, { file, path: [unknown], expected: "plugins" });
  const { plugins = [] } = value;
  if (!Array.isArray(plugins)) throw userError("config", "plugins is not a list", { file, path: ["plugins"], expected: "a list of plugins, names or paths" });
  const wrong = plugins.findIndex((plugin) => typeof plugin !== "string" && !isMapping(plugin));
  if (wrong !== -1)
    throw userError("config", "is neither a plugin nor a name", {
      file,
      path: ["plugins", wrong],
      expected: "an imported plugin, the name of a package, or the path of a data pack",
    });
  return { plugins: plugins as Config["plugins"] & object };
};

/**
 * Reads a configuration. JSON and YAML are data; the others are code and run with the rights of the user.
 * @throws UserError where it cannot be read or says something else than a configuration
 */
export const readConfig = async (path: string): Promise<Config> => {
  if ([".json", ".yaml"].includes(extname(path))) return checked(await readData(path), path);
  try {
    return checked(await importConfig(path), path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw userError("config", `cannot be loaded: ${(error as Error).message.split("\n")[0]!}`, {
      file: path,
      hint: (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND" ? "npm install" : "run it by itself to see more",
    });
  }
};
