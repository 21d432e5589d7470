// The test kit as plugin authors meet it: from Vitest, from any runner, and where strideml is missing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contractCases } from "../src/testing/index.js";
import { testPlugin } from "../src/testing/vitest.js";

const EXAMPLE = new URL("../../../examples/plugins/norvale-controls/", import.meta.url);

// These register tests of their own: the contract, kept by an example.
await testPlugin(EXAMPLE);

test("cases are names and functions that any runner can take", async () => {
  const cases = await contractCases(fileURLToPath(EXAMPLE));
  expect(cases.length).toBeGreaterThan(8);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  await expect(Promise.all(cases.map(({ run }) => run()))).resolves.toHaveLength(cases.length);
});

test("where strideml is not installed, it says so and what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "strideml-kit-"));
  const kit = join(folder, "node_modules/@strideml/plugin-kit");
  for (const part of ["dist", "package.json"]) cpSync(new URL(`../${part}`, import.meta.url), join(kit, part), { recursive: true });
  mkdirSync(join(kit, "node_modules"));
  symlinkSync(fileURLToPath(new URL("../node_modules/zod", import.meta.url)), join(kit, "node_modules/zod"));
  const script = 'import { contractCases } from "@strideml/plugin-kit/testing"; await contractCases(".").catch(({ message }) => console.log(message));';
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({
    stdout: "the contract of plugins cannot be checked: strideml is not installed beside the plugin; npm install --save-dev strideml\n",
    stderr: "",
  });
});
