// Runs the command line on typical jobs and keeps the code that V8 compiled for them beside the bundles.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const system = at("../../../examples/support-assistant.yaml");
const flags = ["--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public"];

/** What to run, and the bundles whose code is kept: those that people wait for at a prompt. */
const JOBS = [
  [["generate", ...flags, "--quiet"], ["main"]],
  [
    ["generate", system, "--quiet"],
    ["lazy/readYaml", "lazy/parseSystem"],
  ],
  [["generate", system, "--quiet", "--format", "html"], ["lazy/toHtml"]],
  [["generate", system, "--quiet", "--format", "sarif"], ["lazy/exporters"]],
  [["generate", system, "--quiet", "--config", at("../../../examples/plugins/norvale-controls/strideml.config.yaml")], ["lazy/plugins"]],
];

for (const folder of ["../dist", "../dist/lazy"]) for (const name of readdirSync(at(folder))) if (name.endsWith(".cache")) rmSync(join(at(folder), name));
for (const [args, bundles] of JOBS) {
  const env = { ...process.env, STRIDEML_WRITE_CODE_CACHE: bundles.join(",") };
  const { status, stderr } = spawnSync(process.execPath, [at("../bin/strideml.cjs"), ...args], { env, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) {
    console.error(stderr);
    process.exit(status ?? 3);
  }
}
