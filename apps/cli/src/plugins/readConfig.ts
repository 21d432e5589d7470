import { promises as fs } from "node:fs";
import { extname } from "node:path";
import { readYaml } from "@strideml/formats";
import { fileMistake } from "../readInput.js";
import { UserError, userError } from "../UserError.js";
import type { CodeConfig, Entry } from "./code/Request.js";
import { CODE_SECONDS, runCode } from "./code/runCode.js";
import { CONFIG_NAMES } from "./findConfig.js";

/** What a configuration says, read and checked. */
export interface ReadConfig {
  entries: Entry[];
  /** Seconds that code of a plugin may take. */
  codeSeconds: number;
}

const DATA = [".json", ".yaml", ".yml"];

const CODE = [".ts", ".mts", ".js", ".mjs", ".cjs"];

/** Longest that code may be given: an hour. */
const MOST_SECONDS = 3600;

const isMapping = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object" && !Array.isArray(value);

const readData = async (path: string): Promise<CodeConfig> => {
  const text = await fs.readFile(path, "utf8").catch((error: unknown) => Promise.reject(fileMistake(error, path, "name a configuration with --config")));
  const source = readYaml(text, path);
  if (!source.ok) throw new UserError(source.problems);
  const { value, place } = source.value;
  const wrong = (message: string, at: (string | number)[], expected: string) => new UserError([place({ code: "config", message, path: at, expected })]);
  if (!isMapping(value)) throw wrong("is not a mapping of keys to values", [], "plugins: [ ... ]");
  const unknown = Object.keys(value).find((key) => !["plugins", "codeSeconds", "$schema"].includes(key));
  if (unknown !== undefined) throw wrong(`unknown key ${unknown}`, [unknown], "plugins, codeSeconds");
  const plugins = value["plugins"] ?? [];
  if (!Array.isArray(plugins)) throw wrong("plugins is not a list", ["plugins"], "a list of names and paths");
  const odd = plugins.findIndex((plugin) => typeof plugin !== "string");
  if (odd !== -1) throw wrong("is not a name", ["plugins", odd], "the name of a package, or the path of a data pack");
  return { entries: plugins as string[], ...(value["codeSeconds"] !== undefined && { codeSeconds: value["codeSeconds"] as number }) };
};

const readCode = async (path: string): Promise<CodeConfig> => {
  await fs.access(path).catch((error: unknown) => Promise.reject(fileMistake(error, path, "name a configuration with --config")));
  return (await runCode({ do: "config", file: path }, { file: path, seconds: CODE_SECONDS })) as CodeConfig;
};

const secondsOf = ({ codeSeconds = CODE_SECONDS }: CodeConfig, file: string): number => {
  if (typeof codeSeconds === "number" && codeSeconds > 0 && codeSeconds <= MOST_SECONDS) return codeSeconds;
  throw userError("config", "is not a number of seconds", { file, path: ["codeSeconds"], expected: `more than 0 and at most ${MOST_SECONDS}` });
};

/**
 * Reads a configuration. JSON and YAML are data; the others are code and run with the rights of the user.
 * @throws UserError where it cannot be read or says something else than a configuration
 */
export const readConfig = async (path: string): Promise<ReadConfig> => {
  const extension = extname(path);
  if (![...DATA, ...CODE].includes(extension)) throw userError("config", "is no configuration", { file: path, expected: `a file such as ${CONFIG_NAMES.join(", ")}` });
  const config = await (DATA.includes(extension) ? readData(path) : readCode(path));
  const empty = config.entries.findIndex((entry) => typeof entry === "string" && entry.trim() === "");
  if (empty !== -1) throw userError("config", "is empty", { file: path, path: ["plugins", empty], expected: "the name of a package, or the path of a data pack" });
  return { entries: config.entries, codeSeconds: secondsOf(config, path) };
};
