// Merges and checks the bundled plugins once, at build time, so that start-up only reads the result.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { canonicalJson, mergeKnowledge } from "@strideml/core";

const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const names = Object.keys(devDependencies).filter((name) => name === "@strideml/catalog" || name.startsWith("@strideml/mapping-"));
const loaded = await Promise.all(
  names.map(async (name) => {
    const { default: plugin } = await import(name);
    return { plugin, digest: createHash("sha256").update(canonicalJson(plugin)).digest("hex") };
  }),
);
const merged = mergeKnowledge(loaded);
if (!merged.ok) {
  for (const { source, path, message, hint } of merged.problems) console.error(`${source}: ${path.join(".")}: ${message}${hint ? ` (${hint})` : ""}`);
  console.error(`${merged.problems.length} problems`);
  process.exit(2);
}
writeFileSync(new URL("../dist/knowledge.json", import.meta.url), JSON.stringify(merged.value));
