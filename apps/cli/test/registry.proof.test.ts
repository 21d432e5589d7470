// The proof that anyone can publish a plugin, through a real registry on this machine: our packages are published as a release
// publishes them, a stranger starts, tests and publishes plugins, somebody else installs both, uses them and removes them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalRegistry, publishable, publishAll, readManifest, startRegistry, succeeded, unpacked } from "./localRegistry.js";
import { FLAGS, scratch } from "./run.js";

const MAPPING = "@acme/strideml-plugin-controls";
const EXPORTER = "strideml-plugin-house-lines";
const TITLE = "Our controls for machine learning, edition 1";

const OURS = publishable().map(({ name }) => name);

let registry: LocalRegistry;

beforeAll(async () => {
  registry = await startRegistry();
  publishAll(registry);
}, 120_000);
afterAll(() => registry.close());

describe.each(OURS)("our package %s", (name) => {
  test("holds what it names, and depends on nothing that is not published", async () => {
    const folder = await unpacked(registry, name);
    const { exports = {}, bin = {}, dependencies = {}, peerDependencies = {}, ...manifest } = readManifest(folder);
    const named = [...Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry))), ...Object.values(bin)];
    expect([...named.filter((path) => !path.includes("*")), "LICENSE", "README.md"].filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    const own = Object.entries({ ...dependencies, ...peerDependencies }).filter(([dependency]) => /^@strideml\/|^(?:create-)?strideml/.test(dependency));
    expect(own.filter(([dependency, range]) => !OURS.includes(dependency) || range.startsWith("workspace:"))).toEqual([]);
    expect(manifest).toMatchObject({ license: "Apache-2.0", publishConfig: { access: "public" } });
    expect(manifest.keywords).toContain(/^@strideml\/(?:mapping-|catalog)/.test(name) ? "strideml-plugin" : "strideml");
  });
});

describe("a stranger", () => {
  /** Starts a plugin as npm's documentation has it, with nothing of ours on the machine. */
  const started = (kind: string, name: string): string => {
    const desk = scratch();
    succeeded(registry.run("npm", ["create", "--yes", "strideml-plugin", kind, name], desk));
    return join(desk, name.split("/").at(-1)!);
  };
  let plugin: string;

  test("starts a mapping and installs what it is tested with", () => {
    plugin = started("mapping", MAPPING);
    succeeded(registry.run("npm", ["install"], plugin));
    expect(existsSync(join(plugin, "node_modules/@strideml/plugin-kit/schema/mapping.json"))).toBe(true);
  });
  test("has its tests pass as they stand", () => {
    expect(succeeded(registry.run("npm", ["test"], plugin))).toMatch(/^# fail 0$/m);
    expect(succeeded(registry.run("npm", ["run", "doctor"], plugin))).toContain(`${MAPPING} 0.1.0`);
  });
  test("is told by them what is wrong, with file and line", () => {
    const path = join(plugin, "mapping.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("model-extraction", "model-extracton"));
    const { code, out } = registry.run("npm", ["test"], plugin);
    expect(code).toBe(1);
    expect(out).toMatch(/mapping\.yaml:\d+:\d+: .*no threat is called model-extracton; did you mean model-extraction\?/);
    writeFileSync(path, text);
  });
  test("publishes what belongs to it and nothing else", async () => {
    succeeded(registry.run("npm", ["publish"], plugin));
    const folder = await unpacked(registry, MAPPING);
    const there = ["LICENSE", "README.md", "framework.yaml", "mapping.yaml", "package.json", "strideml.config.yaml", "test", "node_modules"].filter((path) =>
      existsSync(join(folder, path)),
    );
    expect(there).toEqual(["LICENSE", "README.md", "framework.yaml", "mapping.yaml", "package.json"]);
  });
  test("publishes an exporter, whose users get the kit that it imports", () => {
    succeeded(registry.run("npm", ["publish"], started("exporter", EXPORTER)));
    expect(succeeded(registry.run("npm", ["view", EXPORTER, "peerDependencies"], plugin))).toContain("@strideml/plugin-kit");
  });
});

describe.each([
  { manager: "npm", add: ["install", "--save-dev"], remove: "uninstall", exec: ["exec", "--"] },
  { manager: "pnpm", add: ["add", "--save-dev"], remove: "remove", exec: ["exec"] },
] as const)("somebody else, with $manager", ({ manager, add, remove, exec }) => {
  const folder = scratch();
  const strideml = (...args: string[]) => registry.run(manager, [...exec, "strideml", ...args], folder);
  const configure = (...plugins: string[]) => writeFileSync(join(folder, "strideml.config.yaml"), `plugins: ${JSON.stringify(plugins)}\n`);

  test("installs the product and both plugins, which are sound", () => {
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, "package.json"), '{ "name": "somebody", "private": true }\n');
    succeeded(registry.run(manager, [...add, "strideml", MAPPING, EXPORTER], folder));
    configure(MAPPING, EXPORTER);
    expect(succeeded(strideml("plugin", "doctor"))).toMatch(/^@acme\/strideml-plugin-controls 0\.1\.0 \(data.*\nstrideml-plugin-house-lines 0\.1\.0 \(code/);
  });
  test("has the framework in the report", () => expect(succeeded(strideml("generate", ...FLAGS, "-q"))).toContain(TITLE));
  test("has the exporter among the formats", () => expect(succeeded(strideml("generate", ...FLAGS, "-q", "--format", "house-lines"))).toMatch(/^\d+\t[a-z]+\t[a-z-]+@[a-z-]+$/m));
  test("locks the plugins, and is told when another content is installed", () => {
    succeeded(strideml("plugin", "lock"));
    succeeded(strideml("generate", ...FLAGS, "-q", "--frozen-plugins", "-o", "locked.md"));
    const lock = join(folder, "strideml.lock.json");
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/"digest": "[0-9a-f]{4}/, '"digest": "0000'));
    expect(strideml("generate", ...FLAGS, "-q", "--frozen-plugins").err).toMatch(/has other content/);
  });
  test("uninstalls the mapping: the configuration that still names it is told, and nothing is written", () => {
    succeeded(registry.run(manager, [remove, MAPPING], folder));
    const { code, out, err } = strideml("generate", ...FLAGS, "-q", "-o", "report.md");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/error: .*strideml\.config\.yaml: the plugin @acme\/strideml-plugin-controls is not installed; npm install --save-dev @acme\/strideml-plugin-controls/);
    expect(existsSync(join(folder, "report.md"))).toBe(false);
  });
  test("takes it out of the configuration: it is gone", () => {
    configure(EXPORTER);
    expect(succeeded(strideml("generate", ...FLAGS, "-q"))).not.toContain(TITLE);
  });
});
