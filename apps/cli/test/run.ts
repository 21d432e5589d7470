import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const CLI = fileURLToPath(new URL("../bin/strideml.cjs", import.meta.url));
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command line as a process, as its users do. */
export const strideml = (args: string[], { input = "", cwd = ROOT, env = {} }: { input?: string | Buffer; cwd?: string; env?: Record<string, string> } = {}): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, input, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 2 ** 28 });
  return { code: status, out: stdout, err: stderr };
};

export const scratch = (): string => mkdtempSync(join(tmpdir(), "strideml-cli-"));

export const FLAGS = ["--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public"];
