import { promises as fs } from "node:fs";
import { dirname, join } from "node:path";
import type { PlacedProblem } from "@strideml/plugin-kit";
import type { Loaded } from "./loadPlugin.js";

/** What `strideml.lock.json` keeps of each plugin. */
export interface Locked {
  name: string;
  version: string;
  /** SHA-256 of the loaded content. */
  digest: string;
}

interface LockFile {
  lockfileVersion: 1;
  plugins: Locked[];
}

/** The lock stands beside the configuration. */
export const lockPath = (config: string): string => join(dirname(config), "strideml.lock.json");

export const lockedOf = ({ plugin, digest }: Loaded): Locked => ({ name: String(plugin["name"]), version: String(plugin["version"]), digest });

/** The text of a lock file: the same plugins always give the same text. */
export const lockText = (plugins: readonly Loaded[]): string => {
  const file: LockFile = { lockfileVersion: 1, plugins: plugins.map(lockedOf).toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
  return `${JSON.stringify(file, null, 2)}\n`;
};

const problem = (message: string, file: string): PlacedProblem => ({ code: "plugin-drift", message, path: [], file, hint: "look at what changed, then strideml plugin lock" });

const differences = (locked: readonly Locked[], loaded: readonly Locked[], file: string): PlacedProblem[] => {
  const before = new Map(locked.map((each) => [each.name, each]));
  const now = new Map(loaded.map((each) => [each.name, each]));
  return [
    ...loaded.filter(({ name }) => !before.has(name)).map(({ name, version }) => problem(`${name} ${version} is loaded and not locked`, file)),
    ...locked.filter(({ name }) => !now.has(name)).map(({ name, version }) => problem(`${name} ${version} is locked and not loaded`, file)),
    ...loaded.flatMap((each) => {
      const old = before.get(each.name);
      if (!old || (old.version === each.version && old.digest === each.digest)) return [];
      const versions = old.version === each.version ? `${each.version} has other content` : `${old.version} became ${each.version}`;
      return [problem(`${each.name} ${versions}: locked ${old.digest.slice(0, 12)}, loaded ${each.digest.slice(0, 12)}`, file)];
    }),
  ];
};

const isLocked = (value: unknown): value is Locked => {
  const { name, version, digest } = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && typeof version === "string" && typeof digest === "string";
};

/** What a lock says, or why it says nothing. */
const readLock = (text: string): Locked[] | string => {
  try {
    const { lockfileVersion, plugins } = JSON.parse(text) as { lockfileVersion?: unknown; plugins?: unknown };
    if (lockfileVersion !== 1) return `is of version ${String(lockfileVersion)}, and this strideml reads version 1`;
    return Array.isArray(plugins) && plugins.every(isLocked) ? plugins : "does not list plugins with name, version and digest";
  } catch {
    return "is not JSON";
  }
};

/** How the loaded plugins differ from the locked ones; a missing or unreadable lock is a difference too. */
export const drift = async (config: string, plugins: readonly Loaded[]): Promise<PlacedProblem[]> => {
  const file = lockPath(config);
  const text = await fs.readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return plugins.length === 0 ? [] : [{ ...problem("there is no lock", file), hint: "strideml plugin lock writes it" }];
  const locked = readLock(text);
  return typeof locked === "string" ? [problem(locked, file)] : differences(locked, plugins.map(lockedOf), file);
};
