// The example plugins: sound, locked, used, and gone without their configuration; their own tests; their README.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examined } from "./pluginProject.js";
import { FLAGS, ROOT, scratch, strideml } from "./run.js";

const FOLDER = join(ROOT, "examples/plugins");

/** A project that has installed a copy of the plugin, as npm would. */
const installed = (folder: string, name: string): string => {
  const cwd = scratch();
  mkdirSync(join(cwd, ".git"));
  cpSync(join(FOLDER, folder), join(cwd, "node_modules", name), { recursive: true });
  mkdirSync(join(cwd, "node_modules/@strideml"), { recursive: true });
  symlinkSync(join(ROOT, "packages/plugin-kit"), join(cwd, "node_modules/@strideml/plugin-kit"));
  writeFileSync(join(cwd, "strideml.config.json"), JSON.stringify({ plugins: [name] }));
  return cwd;
};

/** Folder, package, what it adds to which list. */
const PLUGINS: [string, string, [string, string][]][] = [
  ["norvale-controls", "@norvale-example/strideml-plugin-controls", [["frameworks", "norvale/ml-controls"]]],
  [
    "kr-ai-basic-act",
    "strideml-plugin-kr-ai-basic-act",
    [
      ["frameworks", "kr/ai-basic-act"],
      ["questionnaires", "kr/ai-basic-act"],
      ["templates", "kr/obligations"],
      ["templates", "kr/impact-assessment"],
    ],
  ],
  [
    "junit",
    "strideml-plugin-junit",
    [
      ["formats", "junit"],
      ["formats", "junit-critical"],
    ],
  ],
];

describe.each(PLUGINS)("%s", (folder, name, brings) => {
  const cwd = installed(folder, name);
  const idsIn = (list: string, ...more: string[]) => (JSON.parse(strideml(["list", list, "--json", ...more], { cwd }).out) as { id: string }[]).map(({ id }) => id);

  test("is sound, under the name and version of its package", () => {
    const { version } = JSON.parse(readFileSync(join(FOLDER, folder, "package.json"), "utf8")) as { version: string };
    expect(examined(cwd).get(name)).toMatchObject({ name, version, problems: [] });
  });
  test.each(brings)("adds to the %s %s, which is gone without the configuration", (list, id) => {
    expect(idsIn(list)).toContain(id);
    expect(idsIn(list, "--no-config")).not.toContain(id);
  });
  test("is locked, and the model names it with the locked digest", () => {
    expect(strideml(["plugin", "lock"], { cwd }).code).toBe(0);
    const { plugins } = JSON.parse(readFileSync(join(cwd, "strideml.lock.json"), "utf8")) as { plugins: { name: string }[] };
    const { provenance } = JSON.parse(strideml(["generate", ...FLAGS, "-f", "json", "-q", "--frozen-plugins"], { cwd }).out) as { provenance: { plugins: { name: string }[] } };
    expect(provenance.plugins).toContainEqual(plugins[0]);
  });
  test("gives the same bytes twice", () => {
    const format = brings.some(([, id]) => id === "junit") ? "junit" : "md";
    const once = () => strideml(["generate", ...FLAGS, "-f", format, "-q"], { cwd }).out;
    const first = once();
    expect(first.length).toBeGreaterThan(1000);
    expect(once()).toBe(first);
  });
  test("passes its own tests", { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(process.execPath, ["--test"], { cwd: join(FOLDER, folder), encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/# pass [1-9]/);
  });
});

test("the documents on Korea's act are made from answers", () => {
  const cwd = installed("kr-ai-basic-act", "strideml-plugin-kr-ai-basic-act");
  cpSync(join(ROOT, "examples/consumer-credit-scorer.yaml"), join(cwd, "s.yaml"));
  const answers = ["roles=deployer", "korea=users", "areas=judgements", "significant=true", "confirmation=not-asked", "generative=false", "defence=false"];
  expect(strideml(["answer", "kr/ai-basic-act", "s.yaml", ...answers.flatMap((answer) => ["--answer", answer])], { cwd })).toMatchObject({ code: 0 });
  const document = strideml(["generate", "s.yaml", "-t", "kr/obligations", "-q", "--date", "2026-11-23"], { cwd }).out;
  expect(document).toMatch(/\| High-impact AI \|/);
  expect(document).toMatch(/\| 2026-01-22 \| Article 34 Duties on high-impact AI \|/);
  expect(strideml(["generate", "s.yaml", "-t", "kr/impact-assessment", "-q", "-f", "docx", "-o", "assessment.docx"], { cwd })).toMatchObject({ code: 0 });
  expect(existsSync(join(cwd, "assessment.docx"))).toBe(true);
});

test("every command in the README of the examples works", () => {
  const commands = [...readFileSync(join(FOLDER, "README.md"), "utf8").matchAll(/^npx strideml (.+)$/gm)].map(([, words]) => words!.split(" "));
  expect(commands.length).toBeGreaterThan(3);
  for (const words of commands) expect({ words, ...strideml(words) }).toMatchObject({ words, code: 0 });
});
