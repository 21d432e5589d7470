import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { KINDS, scaffold } from "create-strideml-plugin";
import { ROOT, scratch } from "./run.js";

interface TestCase {
  name: string;
  run: () => void | Promise<void>;
}
// The built entry, as authors get it by way of @strideml/plugin-kit/testing.
const { contractCases } = (await import(new URL("../dist/lazy/testing.js", import.meta.url).href)) as { contractCases: (target: string) => Promise<TestCase[]> };

const made = (kind: (typeof KINDS)[number]): string => {
  const folder = scratch();
  const files = scaffold(kind, "strideml-plugin-badges");
  if (!files.ok) throw new Error("scaffold");
  for (const { path, text } of files.value) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "node_modules/@strideml"), { recursive: true });
  symlinkSync(join(ROOT, "packages/plugin-kit"), join(folder, "node_modules/@strideml/plugin-kit"));
  return folder;
};
const targetOf = (folder: string, kind: string) => (kind === "exporter" ? join(folder, "index.js") : folder);

/** What fails, with its message. */
const failures = async (target: string): Promise<Record<string, string>> => {
  const failed: Record<string, string> = {};
  for (const { name, run } of await contractCases(target)) {
    try {
      await run();
    } catch (error) {
      failed[name] = (error as Error).message;
    }
  }
  return failed;
};

const edit = (path: string, from: string | RegExp, to: string) => writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

test.each(KINDS)("a new plugin of the kind %s keeps the contract", async (kind) => expect(await failures(targetOf(made(kind), kind))).toEqual({}));

describe("what a plugin does not keep is told by the case that it breaks", () => {
  test("a file that is wrong, with its line", async () => {
    const folder = made("mapping");
    edit(join(folder, "mapping.yaml"), "strength: primary", "strength: strong");
    expect(Object.values(await failures(folder))).toEqual([expect.stringMatching(/mapping\.yaml:\d+:\d+.*strength/s)]);
  });

  test("one reason for two requirements", async () => {
    const folder = made("mapping");
    const path = join(folder, "mapping.yaml");
    const [first] = /rationale: .*/.exec(readFileSync(path, "utf8"))!;
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/rationale: .*/g, first));
    expect(await failures(folder)).toEqual({ "gives each link a reason of its own": expect.stringContaining("same rationale") as string });
  });

  test("a threat that no system can have", async () => {
    const folder = made("threats");
    edit(join(folder, "threats/badge-cloning.yaml"), "when: { modelType: computer-vision }", "when: { all: [{ modelType: computer-vision }, { modelType: llm }] }");
    expect(Object.keys(await failures(folder))).toEqual([expect.stringContaining("happens on some system")]);
  });

  test.each([
    ["throws at names of people", "({ model }) => { if (model.system.name.length > 200) throw new Error('too long'); return 'x'; }", /too long/],
    ["gives neither text nor bytes", "() => 7", /type number/],
    ["gives other bytes each time", "() => String(process.hrtime.bigint())", /other bytes/],
  ])("an exporter that %s", async (_, body, message) => {
    const folder = made("exporter");
    edit(join(folder, "index.js"), /export: \(\{ model \}\) => .*,\n/, `export: ${body},\n`);
    expect(Object.values(await failures(join(folder, "index.js")))).toEqual([expect.stringMatching(message)]);
  });
});

describe("fixtures", () => {
  const withFixture = () => {
    const folder = made("template");
    mkdirSync(join(folder, "fixtures/assistant"), { recursive: true });
    cpSync(join(ROOT, "examples/support-assistant.yaml"), join(folder, "fixtures/assistant/input.yaml"));
    writeFileSync(join(folder, "fixtures/assistant/expected.board.md"), "");
    return folder;
  };
  const run = async (folder: string, update: boolean) => {
    if (update) process.env["STRIDEML_UPDATE"] = "1";
    try {
      return await failures(folder);
    } finally {
      delete process.env["STRIDEML_UPDATE"];
    }
  };

  test("differ with the line and how to write them anew, and agree once they are", async () => {
    const folder = withFixture();
    const before = await run(folder, false);
    expect(before["fixture assistant"]).toMatch(/expected\.board\.md differs in line 1\n {2}expected: .*\n {2}found: {4}# .*\nSTRIDEML_UPDATE=1/);
    expect(await run(folder, true)).toEqual({});
    expect(readFileSync(join(folder, "fixtures/assistant/expected.board.md"), "utf8")).toMatch(/^# Customer support assistant/);
    expect(await run(folder, false)).toEqual({});
  });
});
