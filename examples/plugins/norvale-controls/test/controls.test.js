// The standard as its users meet it: beside the product's own frameworks, in findings and in coverage.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(dirname(createRequire(import.meta.url).resolve("strideml/package.json")), "bin/strideml.cjs");
const strideml = (...args) => execFileSync(process.execPath, [cli, ...args, "--config", join(root, "strideml.config.yaml")], { encoding: "utf8" });
const modelOf = (modelType, deployment, access) =>
  JSON.parse(
    strideml("generate", "--model-type", modelType, "--deployment", deployment, "--data-sensitivity", "financial", "--access-level", access, "--format", "json", "--quiet"),
  );
const coverageOf = (model) => model.frameworks.find(({ id }) => id === "norvale/ml-controls").coverage;

test("the doctor finds nothing", () => assert.match(strideml("plugin", "doctor"), /strideml-plugin-controls 4\.0\.0 \(data, [0-9a-f]{12}\): 1 framework, 1 mapping/));

test("a claims scorer: copying is annotated with the budget, and it is the owner who says so", () => {
  const { threats } = modelOf("tabular", "cloud-api", "authenticated");
  const link = threats.find(({ threat }) => threat === "model-extraction").annotations.find(({ framework }) => framework === "norvale/ml-controls");
  assert.equal(link.requirement, "ACC-2");
  assert.match(link.rationale, /budget/);
});

test("controls on agents concern agents only", () => {
  const of = (coverage, id) => coverage.find(({ requirement }) => requirement === id).disposition;
  assert.equal(of(coverageOf(modelOf("agent", "saas", "public")), "ACC-4"), "touched");
  assert.notEqual(of(coverageOf(modelOf("tabular", "batch", "internal")), "ACC-4"), "touched");
});

test("every control has a disposition in every system, with a reason where it is not touched", () => {
  const coverage = coverageOf(modelOf("rag", "saas", "public"));
  assert.ok(coverage.length >= 28);
  for (const { requirement, disposition, reason } of coverage) assert.ok(disposition === "touched" || disposition === "addressed" || reason, requirement);
});
