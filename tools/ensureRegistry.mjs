// The proof that plugins can be published needs a registry: Verdaccio, on this machine only, pinned by a lockfile of its own
// so that nobody who does not run the tests downloads it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./bootstrap.mjs";

const FOLDER = join(ROOT, "tools/registry");

const versionIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined);

/** Installs the registry where it is missing. Says what went wrong where that fails; the tests then fail. */
export const ensureRegistry = () => {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8"));
  if (versionIn(join(FOLDER, "node_modules/verdaccio/package.json")) === dependencies.verdaccio) return;
  console.log("Installing a registry for the proof of publishing …");
  if (!run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, quiet: true }))
    console.error("the registry could not be installed in tools/registry");
};
