import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../cli/bin/strideml.cjs", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the built command line writes to standard output. */
export const cli = (args: string[], input?: string): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: ROOT, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return stdout;
};
