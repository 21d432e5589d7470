// The proof that anyone can publish a plugin: everything goes through a real registry, on this machine only. Our packages are
// published as a release publishes them; a stranger starts a plugin, tests and publishes it; somebody else installs both.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn, type Ran, ROOT } from "./desk.js";
import { type Registry, startRegistry } from "./registry.js";

const MAPPING = "@acme/strideml-plugin-controls";
const EXPORTER = "@acme/strideml-plugin-lines";
const FLAGS = ["--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public", "-q"];

interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license: string;
  exports?: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

const OURS = [...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}`), "apps/cli"]
  .map((folder) => readManifest(join(ROOT, folder)))
  .filter((manifest) => !manifest.private);

const done = ({ code, out, err }: Ran): string => {
  expect(code, `${out}\n${err}`).toBe(0);
  return out;
};

let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry();
  done(registry.run("pnpm", ["--recursive", "publish", "--no-git-checks", "--registry", registry.url], ROOT));
}, 120_000);

afterAll(() => registry.stop());

describe("our packages", () => {
  test.each(OURS.map(({ name }) => name))("%s holds what it names, and depends on nothing that is not published", async (name) => {
    const { versions } = (await (await fetch(`${registry.url}/${name.replace("/", "%2f")}`)).json()) as { versions: Record<string, Manifest & { dist: { tarball: string } }> };
    const [{ dist }] = Object.values(versions) as [Manifest & { dist: { tarball: string } }];
    const folder = registry.folder(`unpacked-${name.replace("/", "-")}`);
    writeFileSync(join(folder, "p.tgz"), Buffer.from(await (await fetch(dist.tarball)).arrayBuffer()));
    done(registry.run("tar", ["xzf", "p.tgz"], folder));
    const unpacked = join(folder, "package");
    const { exports = {}, bin = {}, dependencies = {}, peerDependencies = {}, license } = readManifest(unpacked);
    const named = [...Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry))), ...Object.values(bin)].filter(
      (path) => !path.includes("*"),
    );
    expect(named.filter((path) => !existsSync(join(unpacked, path)))).toEqual([]);
    expect(filesIn(unpacked)).toEqual(expect.arrayContaining(["LICENSE", "README.md"]));
    expect(license).toBe("Apache-2.0");
    const own = Object.entries({ ...dependencies, ...peerDependencies }).filter(([dependency]) => /^@strideml\/|^(?:create-)?strideml/.test(dependency));
    expect(own.filter(([dependency, range]) => !OURS.some((manifest) => manifest.name === dependency) || range.startsWith("workspace:"))).toEqual([]);
  });
});

describe("a stranger", () => {
  /** Starts a plugin as npm's documentation has it, without anything of ours on the machine. */
  const started = (kind: string, name: string): string => {
    const desk = registry.folder(`author-${kind}`);
    done(registry.run("npm", ["create", "--yes", "strideml-plugin", kind, name], desk));
    return join(desk, name.split("/")[1]!);
  };

  test("starts a mapping, tests and publishes it as its README says", { timeout: 120_000 }, () => {
    const plugin = started("mapping", MAPPING);
    done(registry.run("npm", ["install"], plugin));
    expect(done(registry.run("npm", ["test"], plugin))).toMatch(/^# fail 0$/m);
    expect(done(registry.run("npm", ["run", "doctor"], plugin))).toContain(`${MAPPING} 0.1.0`);
    done(registry.run("npm", ["publish"], plugin));
    expect(done(registry.run("npm", ["view", MAPPING, "version"], plugin)).trim()).toBe("0.1.0");
  });
  test("starts and publishes an exporter", () => {
    done(registry.run("npm", ["publish"], started("exporter", EXPORTER)));
    expect(done(registry.run("npm", ["view", EXPORTER, "peerDependencies"], ROOT))).toContain("@strideml/plugin-kit");
  });
});

/** How each package manager says it. */
const MANAGERS = [
  { manager: "npm", add: ["install", "--save-dev"], remove: ["uninstall"], exec: ["exec", "--"] },
  { manager: "pnpm", add: ["add", "--save-dev"], remove: ["remove"], exec: ["exec"] },
] as const;

describe.each(MANAGERS)("somebody else, with $manager", ({ manager, add, remove, exec }) => {
  let folder: string;
  const strideml = (...args: string[]) => registry.run(manager, [...exec, "strideml", ...args], folder);
  const configure = (...plugins: string[]) => writeFileSync(join(folder, "strideml.config.yaml"), `plugins: ${JSON.stringify(plugins)}\n`);

  beforeAll(() => {
    folder = registry.folder(`user-${manager}`);
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, "package.json"), '{ "name": "somebody", "private": true }\n');
    done(registry.run(manager, [...add, "strideml", MAPPING, EXPORTER], folder));
    configure(MAPPING, EXPORTER);
  }, 120_000);

  test("sees both plugins, sound", () =>
    expect(done(strideml("plugin", "doctor"))).toMatch(/@acme\/strideml-plugin-controls 0\.1\.0 \(data.*\n@acme\/strideml-plugin-lines 0\.1\.0 \(code/));
  test("has the framework in the report", () => expect(done(strideml("generate", ...FLAGS))).toContain("Our controls for machine learning, edition 1"));
  test("has the exporter among the formats", () => expect(done(strideml("generate", ...FLAGS, "--format", "acme-lines"))).toMatch(/^\d+\t[a-z]+\t[a-z-]+@[a-z-]+$/m));
  test("uninstalls the mapping: the configuration that still names it is told, and nothing is written", () => {
    done(registry.run(manager, [...remove, MAPPING], folder));
    const { code, out, err } = strideml("generate", ...FLAGS, "-o", "report.md");
    expect({ code, out }).toEqual({ code: expect.any(Number) as number, out: "" });
    expect(err).toMatch(/error: .*strideml\.config\.yaml: the plugin @acme\/strideml-plugin-controls is not installed; npm install --save-dev @acme\/strideml-plugin-controls/);
    expect(existsSync(join(folder, "report.md"))).toBe(false);
    expect(code).not.toBe(0);
  });
  test("takes it out of the configuration: it is gone", () => {
    configure(EXPORTER);
    expect(done(strideml("generate", ...FLAGS))).not.toContain("Our controls for machine learning");
  });
});
