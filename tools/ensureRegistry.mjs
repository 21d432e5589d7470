// The registry for the tests that publish and install, pinned by lockfile like the package manager.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./bootstrap.mjs";

const folder = join(ROOT, "tools/registry");
const versionIn = (path) => (existsSync(join(folder, path)) ? JSON.parse(readFileSync(join(folder, path), "utf8")) : undefined);

/** Installs it where it is missing; its own scripts are not run. */
export const ensureRegistry = () => {
  if (versionIn("node_modules/verdaccio/package.json")?.version === versionIn("package.json").dependencies.verdaccio) return;
  if (run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, quiet: true })) return;
  console.error("could not install the registry");
  process.exit(2);
};
