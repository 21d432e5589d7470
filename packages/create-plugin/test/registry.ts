import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Ran, ROOT } from "./desk.js";

/** A registry on this machine with nothing in it; what it lacks comes from the registry that npm is set to. */
export interface Registry {
  url: string;
  /** A new empty folder. */
  folder: (name: string) => string;
  /** Runs npm, pnpm or npx as somebody who knows of no other registry. */
  run: (command: string, args: string[], cwd: string) => Ran;
  stop: () => Promise<void>;
}

const VERDACCIO = join(ROOT, "tools/registry/node_modules/verdaccio/bin/verdaccio");

/** Settings of the npm that runs these tests are not those of the user who is played here. */
const plainEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_OPTIONS$|VITEST|NODE_ENV$)/i.test(name))),
  PATH: [join(ROOT, "tools/pnpm/node_modules/.bin"), process.env["PATH"]].join(delimiter),
});

interface NpmSettings {
  registry: string;
  cafile: string | null;
  proxy: string | null;
  "https-proxy": string | null;
}

/** Where and how npm on this machine reaches the public registry: what is not ours comes from there. */
const npmSettings = (): NpmSettings => JSON.parse(spawnSync("npm", ["config", "ls", "--long", "--json"], { encoding: "utf8", env: plainEnvironment() }).stdout) as NpmSettings;

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });

const settings = (folder: string, npm: NpmSettings): string =>
  JSON.stringify({
    ...(npm.proxy !== null && { http_proxy: npm.proxy }),
    ...(npm["https-proxy"] !== null && { https_proxy: npm["https-proxy"] }),
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: -1 } },
    uplinks: { public: { url: npm.registry, cache: true, timeout: "30s", maxage: "60m" } },
    packages: {
      ...Object.fromEntries(["@strideml/*", "@acme/*", "strideml", "create-strideml-plugin"].map((name) => [name, { access: "$all", publish: "$all", unpublish: "$all" }])),
      "**": { access: "$all", proxy: "public" },
    },
    log: { type: "file", path: join(folder, "verdaccio.log"), level: "warn" },
  });

const answers = async (url: string, server: ChildProcess): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the registry ended with ${server.exitCode}`);
    if (
      await fetch(`${url}/-/ping`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
};

/** Starts a registry on a free port of this machine. */
export const startRegistry = async (): Promise<Registry> => {
  if (!existsSync(VERDACCIO)) throw new Error("there is no registry in tools/registry: npm test installs it, or npm ci --ignore-scripts in that folder");
  const home = mkdtempSync(join(tmpdir(), "strideml-registry-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const npm = npmSettings();
  writeFileSync(join(home, "config.yaml"), settings(home, npm));
  // Whoever publishes must show a token, and this registry takes any.
  writeFileSync(join(home, "npmrc"), `registry=${url}/\n//127.0.0.1:${port}/:_authToken=anybody\nupdate-notifier=false\nfund=false\naudit=false\n`);
  const server = spawn(process.execPath, [VERDACCIO, "--config", join(home, "config.yaml"), "--listen", `127.0.0.1:${port}`], {
    env: { ...plainEnvironment(), ...(npm.cafile !== null && { NODE_EXTRA_CA_CERTS: npm.cafile }) },
    stdio: "ignore",
  });
  await answers(url, server);
  const env = {
    ...plainEnvironment(),
    npm_config_userconfig: join(home, "npmrc"),
    npm_config_cache: join(home, "cache"),
    npm_config_store_dir: join(home, "store"),
    XDG_CACHE_HOME: join(home, "xdg"),
    XDG_STATE_HOME: join(home, "xdg"),
  };
  return {
    url,
    folder: (name) => {
      const path = join(home, name);
      mkdirSync(path);
      return path;
    },
    run: (command, args, cwd) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 26 });
      return { code: status, out: stdout, err: stderr };
    },
    stop: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
};
