// npm run bench: start-up and batch, as ratios against `node -e 0` measured in the same run. Figures, not a test.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { ROOT } from "./bootstrap.mjs";

const RUNS = Number(process.argv[2] ?? 15);
const cli = join(ROOT, "apps/cli/bin/strideml.cjs");
const flags = ["--model-type", "rag", "--deployment", "saas", "--data-sensitivity", "personal", "--access-level", "public"];
// Extra certificates are read at every start of Node and would flatter the ratios.
const env = { ...process.env, NODE_EXTRA_CA_CERTS: "" };
delete env.NODE_EXTRA_CA_CERTS;

const time = (args, input) => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { input, env, maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${args.join(" ")} exited ${status}: ${stderr}`);
  return performance.now() - start;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const cases = {
  "node -e 0": ["-e", "0"],
  "strideml --version": [cli, "--version"],
  "strideml generate (four flags, Markdown)": [cli, "generate", ...flags, "--quiet"],
  "strideml generate (four flags, HTML)": [cli, "generate", ...flags, "--quiet", "--format", "html"],
  "strideml generate (example file, JSON)": [cli, "generate", join(ROOT, "examples/support-assistant.yaml"), "--quiet", "--format", "json"],
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let i = 0; i < RUNS; i++) for (const [name, args] of Object.entries(cases)) times[name].push(time(args));
const base = median(times["node -e 0"]);
for (const [name, all] of Object.entries(times)) console.log(`${name.padEnd(44)} ${median(all).toFixed(0).padStart(5)} ms  ${(median(all) / base).toFixed(2)} x`);

const systems = 500;
const line = `${JSON.stringify({ schemaVersion: 1, system: { name: "Bench" }, profile: { modelType: "rag", deployment: "saas", dataSensitivity: "personal", accessLevel: "public" } })}\n`;
const batch = time([cli, "batch", "-"], line.repeat(systems));
console.log(`${`strideml batch, ${systems} systems`.padEnd(44)} ${batch.toFixed(0).padStart(5)} ms  ${((batch - base) / systems).toFixed(2)} ms a system`);
