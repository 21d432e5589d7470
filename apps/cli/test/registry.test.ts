// The third job of the product, done as a stranger would: publish, scaffold, publish the plugin, install both, use it, remove it.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalRegistry, publishable, publishAll, startRegistry } from "./localRegistry.js";
import { FLAGS, scratch } from "./run.js";

let registry: LocalRegistry;
let published: string[];

beforeAll(async () => {
  registry = await startRegistry();
  published = publishAll(registry);
}, 120_000);
afterAll(() => registry.close());

const PLUGIN = "strideml-plugin-house-rules";
const TITLE = "Our controls for machine learning";

test("every package of the workspace can be published", () => expect(published).toEqual(publishable()));

describe("a plugin that was scaffolded from the registry", () => {
  const home = scratch();
  const folder = join(home, PLUGIN);

  test("is made by npm create, and passes its own tests as it stands", () => {
    registry.npm(["create", "strideml-plugin", "--yes", "--", "mapping", PLUGIN], home);
    registry.npm(["install"], folder);
    expect(registry.npm(["test"], folder)).toMatch(/# fail 0/);
  });

  test("is told by its own tests where it is wrong", () => {
    const path = join(folder, "mapping.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("model-extraction", "model-extracton"));
    expect(() => registry.npm(["test"], folder)).toThrow(/mapping\.yaml:\d+:\d+.*model-extracton/s);
    writeFileSync(path, text);
  });

  test("is published with what belongs to it and nothing else", () => {
    registry.npm(["publish"], folder);
    const [{ files }] = JSON.parse(registry.npm(["pack", "--dry-run", "--json"], folder)) as [{ files: { path: string }[] }];
    expect(files.map(({ path }) => path).toSorted()).toEqual(["README.md", "framework.yaml", "mapping.yaml", "package.json"]);
  });
});

describe.each(["npm", "pnpm"] as const)("installed by %s", (manager) => {
  const folder = scratch();
  const strideml = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "node_modules/strideml/bin/strideml.cjs"), ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    return { code: status, out: stdout, err: stderr };
  };
  const config = join(folder, "strideml.config.yaml");

  test("the plugin's framework is in the report", () => {
    writeFileSync(join(folder, "package.json"), '{ "name": "somebody", "private": true }\n');
    registry[manager]([manager === "npm" ? "install" : "add", "strideml", PLUGIN], folder);
    writeFileSync(config, `plugins:\n  - ${PLUGIN}\n`);
    const { code, out, err } = strideml("generate", ...FLAGS);
    expect([code, err]).toEqual([0, expect.not.stringContaining("error") as string]);
    expect(out).toContain(TITLE);
  });

  test("what was locked is checked", () => {
    expect(strideml("plugin", "lock").code).toBe(0);
    expect(strideml("generate", ...FLAGS, "--frozen-plugins", "-q").code).toBe(0);
    const path = join(folder, "node_modules", PLUGIN, "mapping.yaml");
    const text = readFileSync(path, "utf8");
    // Not appended in place: a package manager may share the file with its store.
    writeFileSync(config, `plugins:\n  - ./copy\n`);
    registry.npm(["pack", PLUGIN], folder);
    spawnSync("tar", ["-xzf", `${PLUGIN}-0.1.0.tgz`, "--one-top-level=copy", "--strip-components=1"], { cwd: folder });
    appendFileSync(join(folder, "copy/mapping.yaml"), "\n");
    expect(readFileSync(join(folder, "copy/mapping.yaml"), "utf8")).toBe(`${text}\n`);
    writeFileSync(join(folder, "copy/mapping.yaml"), text.replace("primary", "supporting"));
    const { code, err } = strideml("generate", ...FLAGS, "--frozen-plugins", "-q");
    expect([code, err]).toEqual([2, expect.stringContaining("has other content") as string]);
    writeFileSync(config, `plugins:\n  - ${PLUGIN}\n`);
  });

  test("once it is removed, it is told as missing while the configuration names it, and gone when it does not", () => {
    registry[manager]([manager === "npm" ? "uninstall" : "remove", PLUGIN], folder);
    expect(existsSync(join(folder, "node_modules", PLUGIN))).toBe(false);
    expect(strideml("generate", ...FLAGS)).toMatchObject({ code: 2, err: expect.stringContaining(PLUGIN) as string });
    writeFileSync(config, "plugins: []\n");
    const { code, out } = strideml("generate", ...FLAGS);
    expect(code).toBe(0);
    expect(out).not.toContain(TITLE);
  });
});
