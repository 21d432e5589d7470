import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CREATE = join(ROOT, "packages/create-plugin/bin/create-strideml-plugin.js");
const STRIDEML = join(ROOT, "apps/cli/bin/strideml.cjs");

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const node = (args: string[], cwd: string): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" }, maxBuffer: 2 ** 26 });
  return { code: status, out: stdout, err: stderr };
};

/** A new folder, the root of a repository. */
export const desk = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "strideml-create-"));
  mkdirSync(join(folder, ".git"));
  return folder;
};

/** Runs the scaffold as `npm create strideml-plugin` does. */
export const create = (args: string[], cwd: string): Ran => node([CREATE, ...args], cwd);

/** Runs the built command line. */
export const strideml = (args: string[], cwd: string): Ran => node([STRIDEML, ...args], cwd);

/** Runs the tests of a plugin, whose `npm install` is links to this workspace. */
export const testsOf = (folder: string): Ran => node(["--test"], folder);

/** What `npm install` in a new plugin would bring, as links. */
export const install = (folder: string): void => {
  mkdirSync(join(folder, "node_modules/@strideml"), { recursive: true });
  symlinkSync(join(ROOT, "packages/plugin-kit"), join(folder, "node_modules/@strideml/plugin-kit"));
  symlinkSync(join(ROOT, "apps/cli"), join(folder, "node_modules/strideml"));
};

/** Every file of a folder by its path in it, without what was installed. */
export const filesIn = (folder: string, below = ""): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(folder, path);
      return entry.isFile() ? [path] : [];
    })
    .toSorted();
