import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Ran, ROOT, scratch } from "./run.js";

const VERDACCIO = join(ROOT, "tools/registry/node_modules/verdaccio/bin/verdaccio");
const PNPM = join(ROOT, "tools/pnpm/node_modules/pnpm/bin/pnpm.cjs");

/** A registry on loopback that holds only what was published to it, and nothing else of the world. */
export interface LocalRegistry {
  url: string;
  /** Runs a package manager as somebody who knows only this registry. */
  run: (manager: "npm" | "pnpm", args: string[], cwd: string) => Ran;
  close: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const CONFIG = (folder: string) => `storage: ${folder}/storage
packages:
  "**": { access: $all, publish: $anonymous, unpublish: $anonymous }
uplinks: {}
max_body_size: 100mb
server: { keepAliveTimeout: 0 }
log: { type: stdout, format: json, level: fatal }
`;

const answers = async (url: string, server: ChildProcess): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error("the registry ended");
    const up = await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((next) => setTimeout(next, 100));
  }
};

/** Settings of the npm that runs the tests would be read by those that the tests run. */
const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|NODE_ENV$|NODE_OPTIONS$)/i.test(name))),
  npm_config_userconfig: join(folder, ".npmrc"),
  npm_config_update_notifier: "false",
});

/** Starts it on a free port. */
export const startRegistry = async (): Promise<LocalRegistry> => {
  if (!existsSync(VERDACCIO)) throw new Error("there is no registry in tools/registry: npm test installs it, or npm ci --ignore-scripts in that folder");
  const folder = scratch();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  writeFileSync(join(folder, "config.yaml"), CONFIG(folder));
  // Whoever publishes must show a token, and this registry takes any.
  writeFileSync(join(folder, ".npmrc"), `registry=${url}\n//127.0.0.1:${port}/:_authToken=anybody\ncache=${folder}/cache\n`);
  const server = spawn(process.execPath, [VERDACCIO, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`], {
    stdio: "ignore",
    env: { ...environment(folder), NODE_ENV: "production" },
  });
  await answers(url, server);
  const forPnpm = {
    npm_config_store_dir: join(folder, "store"),
    npm_config_manage_package_manager_versions: "false",
    XDG_CACHE_HOME: join(folder, "xdg"),
    XDG_STATE_HOME: join(folder, "xdg"),
  };
  const run: LocalRegistry["run"] = (manager, args, cwd) => {
    const [command, first] = manager === "npm" ? ["npm", []] : [process.execPath, [PNPM]];
    const env = { ...environment(folder), ...(manager === "pnpm" && forPnpm) };
    const { status, stdout, stderr } = spawnSync(command, [...first, ...args], { cwd, env, encoding: "utf8", maxBuffer: 2 ** 28 });
    return { code: status, out: stdout, err: stderr };
  };
  const close = () =>
    new Promise<void>((done) => {
      server.once("exit", () => {
        rmSync(folder, { recursive: true, force: true });
        done();
      });
      server.kill();
    });
  return { url, run, close };
};

/** What a package manager printed. @throws Error with everything that it printed, where it failed */
export const succeeded = ({ code, out, err }: Ran): string => {
  if (code !== 0) throw new Error(`exited ${code}\n${out}\n${err}`);
  return out;
};

/** What our packages need of others when they are installed, and which of ours needs it. */
const THIRD_PARTIES = [
  ["zod", "packages/plugin-kit"],
  ["jiti", "apps/cli"],
] as const;

/** Publishes every package of the workspace, as a release would, and what those that are installed need of others. */
export const publishAll = ({ run }: LocalRegistry): void => {
  const folder = scratch();
  for (const [name, user] of THIRD_PARTIES) {
    cpSync(realpathSync(join(ROOT, user, "node_modules", name)), join(folder, name), { recursive: true });
    succeeded(run("pnpm", ["publish", "--no-git-checks", "--ignore-scripts"], join(folder, name)));
  }
  succeeded(run("pnpm", ["--recursive", "publish", "--no-git-checks"], ROOT));
};

/** What is read of a `package.json`. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  keywords?: string[];
  publishConfig?: object;
  exports?: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** All packages of the workspace that are to be published. */
export const publishable = (): Manifest[] =>
  ["packages", "apps"]
    .flatMap((group) => readdirSync(join(ROOT, group)).map((name) => readManifest(join(ROOT, group, name))))
    .filter((manifest) => manifest.private !== true)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The folder of a package as it was published. */
export const unpacked = async ({ url }: LocalRegistry, name: string): Promise<string> => {
  const { versions } = (await (await fetch(`${url}${name.replace("/", "%2f")}`)).json()) as { versions: Record<string, { dist: { tarball: string } }> };
  const folder = scratch();
  writeFileSync(join(folder, "p.tgz"), Buffer.from(await (await fetch(Object.values(versions)[0]!.dist.tarball)).arrayBuffer()));
  mkdirSync(join(folder, "package"));
  spawnSync("tar", ["xzf", "p.tgz"], { cwd: folder });
  return join(folder, "package");
};
