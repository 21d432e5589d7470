// Merges and checks the bundled plugins once, at build time, so that start-up only reads the result.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { canonicalJson, mergeKnowledge } from "@strideml/core";
import { Plugin } from "@strideml/plugin-kit";

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
// What plugins of users are merged with.
const inAscii = (value) => JSON.stringify(value).replace(/[\u0080-\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
writeFileSync(new URL("../dist/plugins.json", import.meta.url), inAscii(loaded.map(({ plugin, digest }) => ({ plugin: Plugin.parse(plugin), digest, checked: true }))));
// In ASCII, so that it can be read byte by byte, which is three times as fast as decoding UTF-8.
writeFileSync(new URL("../dist/knowledge.json", import.meta.url), inAscii(merged.value));
