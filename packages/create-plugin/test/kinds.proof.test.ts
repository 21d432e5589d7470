// Every kind of new plugin as it is written: sound, tested, shown in a threat model, whole when it is packed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { create, desk, filesIn, install, ROOT, strideml, testsOf } from "./desk.js";

const FLAGS = ["--model-type", "computer-vision", "--deployment", "edge", "--data-sensitivity", "biometric", "--access-level", "public", "-q"];

/** Kind, what it brings by list, and how a threat model shows it. */
const KINDS: [string, [string, string][], string[], RegExp][] = [
  ["mapping", [["frameworks", "acme/controls"]], [], /Our controls for machine learning/],
  [
    "framework",
    [
      ["frameworks", "acme/controls"],
      ["questionnaires", "acme/scope"],
    ],
    [],
    /Our controls/,
  ],
  [
    "threats",
    [
      ["threats", "acme/badge-cloning"],
      ["mitigations", "acme/lock-turnstile-after-refusals"],
    ],
    [],
    /Copying of the badge classifier through the turnstiles/,
  ],
  ["template", [["templates", "acme/board"]], ["--template", "acme/board"], /^\| Gravest \| Score \|$/m],
  ["exporter", [["formats", "acme-lines"]], ["--format", "acme-lines"], /^\d+\tcritical\tbiometric-presentation-attack@sensor$/m],
];

interface Manifest {
  name: string;
  version: string;
  keywords: string[];
  files: string[];
  strideml: { pack?: string; apiVersion: number };
  scripts: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  publishConfig: object;
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

describe.each(KINDS)("%s", (kind, brings, flags, shown) => {
  const cwd = desk();
  const folder = join(cwd, "strideml-plugin-new");
  const name = "@acme/strideml-plugin-new";
  beforeAll(() => {
    expect(create([kind, name], cwd)).toMatchObject({ code: 0, out: "" });
    install(folder);
  });

  test("is sound", () => {
    const { code, out } = strideml(["plugin", "doctor", "--json"], folder);
    const { plugins } = JSON.parse(out) as { plugins: { name: string; version: string; problems: unknown[] }[] };
    expect({ code, plugins }).toMatchObject({ code: 0, plugins: [{ name, version: "0.1.0", problems: [] }] });
  });
  test("passes its own tests", { timeout: 120_000 }, () => {
    const { code, out } = testsOf(folder);
    expect({ code, out: code === 0 ? "" : out }).toEqual({ code: 0, out: "" });
    expect(Number(/^# pass (\d+)$/m.exec(out)![1])).toBeGreaterThan(8);
  });
  test.each(brings)("adds to the %s %s", (list, id) => {
    const idsIn = (...more: string[]) => (JSON.parse(strideml(["list", list, "--json", ...more], folder).out) as { id: string }[]).map((entry) => entry.id);
    expect(idsIn()).toContain(id);
    expect(idsIn("--no-config")).not.toContain(id);
  });
  test("shows in a threat model", () => {
    const { code, out, err } = strideml(["generate", ...FLAGS, ...flags], folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(shown.test(out)).toBe(true);
  });
  test("is tried with the flags that show it", () => {
    const { try: line } = readManifest(folder).scripts;
    const { code, out } = strideml(line!.split(" ").slice(1), folder);
    expect(code).toBe(0);
    expect(shown.test(out)).toBe(true);
  });
  test("is packed with everything that it brings, and nothing else", () => {
    const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json"], { cwd: folder, encoding: "utf8" });
    const packed = (JSON.parse(stdout) as { files: { path: string }[] }[])[0]!.files.map(({ path }) => path);
    const content = filesIn(folder).filter((file) => !/^(?:test|\.changeset|\.github)\/|^\.gitignore$|^strideml\.config\.yaml$/.test(file));
    expect(packed.toSorted()).toEqual(content);
    expect(packed).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
  });
  test("can be published as it stands, by hand: no provenance that only a workflow can give", () => {
    const { keywords, strideml: own, publishConfig, devDependencies, peerDependencies } = readManifest(folder);
    const { version } = readManifest(join(ROOT, "apps/cli"));
    expect({ keywords, own, publishConfig }).toMatchObject({
      keywords: expect.arrayContaining(["strideml-plugin"]) as string[],
      own: { apiVersion: 1 },
      publishConfig: { access: "public" },
    });
    expect(publishConfig).not.toHaveProperty("provenance");
    expect(devDependencies).toMatchObject({ strideml: `^${version}`, "@strideml/plugin-kit": `^${version}` });
    expect(peerDependencies).toEqual(kind === "exporter" ? { "@strideml/plugin-kit": `^${version}` } : undefined);
  });
  test("its YAML names schemas that are installed", () => {
    const files = filesIn(folder).filter((file) => file.endsWith(".yaml"));
    const hints = files.flatMap((file) => {
      const [, schema] = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(join(folder, file), "utf8")) ?? [];
      return schema === undefined ? [] : [resolve(folder, dirname(file), schema)];
    });
    expect(hints.filter((schema) => !existsSync(schema))).toEqual([]);
    expect(hints.length).toBe(files.filter((file) => !file.startsWith("strideml.config")).length);
  });
  test("its workflows test on every Node that is supported, and release with provenance", () => {
    const workflow = (file: string) =>
      parse(readFileSync(join(folder, ".github/workflows", file), "utf8")) as { jobs: Record<string, { strategy?: object; steps: { run?: string; env?: object }[] }> };
    const ci = workflow("ci.yml").jobs["test"]!;
    expect(ci.strategy).toEqual({ matrix: { node: [20, 22, 24] } });
    expect(ci.steps.map(({ run }) => run).filter(Boolean)).toEqual(["npm install", "npm test", "npm pack --dry-run"]);
    expect(workflow("release.yml").jobs["release"]!.steps.at(-1)!.env).toMatchObject({ NPM_CONFIG_PROVENANCE: "true" });
  });
  test("strideml plugin new writes the same files", () => {
    expect(strideml(["plugin", "new", kind, name, "--output", "again"], cwd)).toMatchObject({ code: 0, out: "" });
    const again = join(cwd, "again");
    const texts = (from: string) => Object.fromEntries(filesIn(from).map((file) => [file, readFileSync(join(from, file), "utf8")]));
    expect(texts(again)).toEqual(texts(folder));
  });
});
