import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ROOT, scratch } from "./run.js";

const VERDACCIO = join(ROOT, "tools/registry/node_modules/verdaccio/bin/verdaccio");
const PNPM = join(ROOT, "tools/pnpm/node_modules/pnpm/bin/pnpm.cjs");

/** A registry on loopback that holds only what was published to it, and nothing else of the world. */
export interface LocalRegistry {
  npm: (args: string[], cwd: string) => string;
  pnpm: (args: string[], cwd: string) => string;
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

/** Starts it; `npm` and `pnpm` are then those of this machine, and know only this registry. */
export const startRegistry = async (): Promise<LocalRegistry> => {
  const folder = scratch();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  writeFileSync(join(folder, "config.yaml"), CONFIG(folder));
  writeFileSync(join(folder, ".npmrc"), `registry=${url}\n//127.0.0.1:${port}/:_authToken=anybody\ncache=${folder}/cache\n`);
  const server = spawn(process.execPath, [VERDACCIO, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`], {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production" },
  });
  await answers(url, server);
  // Settings of the npm that runs the tests would be read as its own.
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
    npm_config_userconfig: join(folder, ".npmrc"),
    npm_config_update_notifier: "false",
  };
  const forPnpm = { npm_config_store_dir: join(folder, "store"), npm_config_manage_package_manager_versions: "false" };
  const ran = (command: string, args: string[], cwd: string, more: Record<string, string> = {}): string => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: { ...env, ...more }, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(`${args.join(" ")} exited ${status}\n${stdout}\n${stderr}`);
    return stdout;
  };
  return {
    npm: (args, cwd) => ran("npm", args, cwd),
    pnpm: (args, cwd) => ran(process.execPath, [PNPM, ...args], cwd, forPnpm),
    close: () =>
      new Promise((done) => {
        server.once("exit", () => done());
        server.kill();
      }),
  };
};

/** Publishes every package of the workspace, as a release would, and what those that are installed need of others. */
export const publishAll = ({ pnpm }: LocalRegistry): string[] => {
  const folder = scratch();
  for (const [name, user] of [["zod", "packages/plugin-kit"] as const, ["jiti", "apps/cli"] as const]) {
    cpSync(realpathSync(join(ROOT, user, "node_modules", name)), join(folder, name), { recursive: true });
    pnpm(["publish", "--no-git-checks", "--ignore-scripts"], join(folder, name));
  }
  pnpm(["-r", "publish", "--no-git-checks", "--report-summary"], ROOT);
  const summary = join(ROOT, "pnpm-publish-summary.json");
  const { publishedPackages } = JSON.parse(readFileSync(summary, "utf8")) as { publishedPackages: { name: string }[] };
  rmSync(summary);
  return publishedPackages.map(({ name }) => name).toSorted();
};

/** The names of all packages of the workspace that are to be published. */
export const publishable = (): string[] =>
  ["packages", "apps"]
    .flatMap((group) =>
      readdirSync(join(ROOT, group)).map((name) => JSON.parse(readFileSync(join(ROOT, group, name, "package.json"), "utf8")) as { name: string; private?: boolean }),
    )
    .filter((manifest) => manifest.private !== true)
    .map(({ name }) => name)
    .toSorted();
