// Runs the command line once on a typical job and keeps the code that V8 compiled for it beside the bundle.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
rmSync(at("../dist/main.cache"), { force: true });
const flags = ["--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public", "--quiet"];
const { status, stderr } = spawnSync(process.execPath, [at("../bin/strideml.cjs"), "generate", ...flags], {
  env: { ...process.env, STRIDEML_WRITE_CODE_CACHE: "1" },
  encoding: "utf8",
  maxBuffer: 2 ** 28,
});
if (status !== 0) {
  console.error(stderr);
  process.exit(status ?? 3);
}
