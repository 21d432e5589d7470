// Compiles the YAML of a knowledge package (catalog or mapping) to one module, so that nobody parses YAML at start-up.
//   node tools/compile-knowledge.mjs PACKAGE_FOLDER
// Checks the shape of every entry first: a package that does not load is not built.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readKnowledge } from "./read-knowledge.mjs";

const folder = resolve(process.argv[2] ?? ".");
const { plugin, problems } = await readKnowledge(folder);
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(`${problems.length} problems in ${folder}`);
  process.exit(2);
}
mkdirSync(join(folder, "dist"), { recursive: true });
const json = JSON.stringify(plugin);
writeFileSync(join(folder, "dist/knowledge.json"), `${json}\n`);
writeFileSync(join(folder, "dist/index.js"), `/** The content of ${plugin.name} as a plain plugin value. */\nexport default JSON.parse(${JSON.stringify(json)});\n`);
writeFileSync(
  join(folder, "dist/index.d.ts"),
  `import type { Plugin } from "@strideml/plugin-kit";\n/** The content of ${plugin.name} as a plain plugin value. */\ndeclare const plugin: Plugin;\nexport default plugin;\n`,
);
