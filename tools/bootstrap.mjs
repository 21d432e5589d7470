// Sets up the workspace on a machine that has only Node and npm: pnpm pinned by lockfile, then the dependencies.
import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PNPM = join(ROOT, "tools/pnpm");

/** npm hands its own settings to what it starts; pnpm would read them as its own. */
const cleanEnvironment = () => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?:config|package|lifecycle)_/i.test(name)));
  return { ...env, PATH: [join(PNPM, "node_modules/.bin"), join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter), TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
};

/** Runs a command in the workspace; its output goes through unless `quiet`, and then only where it failed. */
export const run = (command, args, { cwd = ROOT, quiet = false, env = {} } = {}) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 2 ** 28,
  });
  const ok = status === 0 && !error;
  if (!ok && quiet) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}`);
  return ok;
};

/** Runs a command in the workspace beside others; its output is told only where it failed. */
export const runAside = (command, args) =>
  new Promise((done) => {
    execFile(command, args, { cwd: ROOT, env: cleanEnvironment(), encoding: "utf8", shell: process.platform === "win32", maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) process.stderr.write(`${stdout}${stderr}${stdout || stderr ? "" : `${error.message}\n`}`);
      done(!error);
    });
  });

const pinned = () => JSON.parse(readFileSync(join(PNPM, "package.json"), "utf8")).dependencies.pnpm;

const installed = () => {
  const manifest = join(PNPM, "node_modules/pnpm/package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
};

const step = (words, ok) => {
  if (ok) return;
  console.error(`could not ${words}`);
  process.exit(2);
};

/** Installs what is missing; does nothing but check on a machine that is set up. */
export const bootstrap = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  step(`go on: Node ${process.versions.node} is too old, 20.19 or newer is needed`, major > 20 || (major === 20 && minor >= 19));
  if (installed() !== pinned()) step("install the package manager", run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: PNPM, quiet: true }));
  step("install the dependencies", run("pnpm", ["install", "--frozen-lockfile", "--reporter=silent"], { quiet: true }));
};

/** Builds every package, or one with what it needs, from the cache where nothing changed. */
export const build = (only) =>
  step("build", run("turbo", ["run", "build", ...(only ? [`--filter=${only}...`] : []), "--output-logs=errors-only", "--no-update-notifier"], { quiet: true }));
