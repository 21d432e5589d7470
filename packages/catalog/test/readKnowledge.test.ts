import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const CHECK = fileURLToPath(new URL("../../../tools/check-knowledge.mjs", import.meta.url));
const SCALE = fileURLToPath(new URL("../scales/data-value.yaml", import.meta.url));

/** What is said of a package with one scale in a file of this name. */
const saidOf = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "strideml-knowledge-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "acme-pack", version: "1.0.0" }));
  mkdirSync(join(folder, "scales"));
  copyFileSync(SCALE, join(folder, "scales", name));
  return spawnSync(process.execPath, [CHECK, folder], { encoding: "utf8" }).stdout;
};

test("a file is named by the id of its entry", () => expect(saidOf("data-value.yaml")).toMatch(/^0 problems/));

test("and not by what only ends like it", () => expect(saidOf("old-data-value.yaml")).toContain("the file is not named by its id data-value"));
