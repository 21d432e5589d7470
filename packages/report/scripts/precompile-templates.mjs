// Compiles templates/*.hbs ahead of time: start-up then needs only the small Handlebars runtime, and no code is
// generated while a document is made (a strict content security policy forbids it in the browser).
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { parse } from "yaml";
import { OPTIONS } from "./handlebars-options.mjs";
import { readShapes } from "./view-shape.mjs";

/**
 * Compiled code without the line and column of every expression. They are made anew at each use, and say where a name is
 * missing: no template of ours misses one, because its names are checked (test/checkTemplate.test.ts).
 */
const withoutPlaces = (spec) => spec.replaceAll(/,\s*(?:"loc":)?\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g, "");

const folder = fileURLToPath(new URL("../../../templates/", import.meta.url));
const out = fileURLToPath(new URL("../src/generated/", import.meta.url));
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".hbs"))
  .sort();
const templates = [];
const partials = [];
const sources = {};
for (const name of files) {
  const id = name.replace(/\.hbs$/, "").replaceAll("\\", "/");
  const text = readFileSync(join(folder, name), "utf8");
  const [, head, source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [null, null, text];
  const spec = withoutPlaces(Handlebars.precompile(source, OPTIONS));
  if (id.startsWith("partials/")) sources[id.slice("partials/".length)] = source;
  if (id.startsWith("partials/")) partials.push(`  ${JSON.stringify(id.slice("partials/".length))}: ${spec},`);
  else templates.push(`  { ...${JSON.stringify({ id, ...parse(head ?? "") })}, spec: ${spec} },`);
}
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, "templates.js"),
  `// Generated from templates/ by scripts/precompile-templates.mjs.\nexport const TEMPLATES = [\n${templates.join("\n")}\n];\nexport const PARTIALS = {\n${partials.join("\n")}\n};\n`,
);
writeFileSync(
  join(out, "templates.d.ts"),
  `/** Handlebars' precompiled form of a template. */\nexport type Spec = object;\nexport declare const TEMPLATES: readonly { id: string; title: string; description: string; framework?: string; questionnaire?: string; spec: Spec }[];\nexport declare const PARTIALS: Readonly<Record<string, Spec>>;\n`,
);
// What templates of users are checked against and rendered with; loaded only for them.
writeFileSync(
  join(out, "sources.js"),
  `// Generated from templates/partials/ and src/view/View.ts by scripts/precompile-templates.mjs.\nexport const PARTIAL_SOURCES = ${JSON.stringify(sources)};\nexport const VIEW_SHAPE = ${JSON.stringify(readShapes(join(out, "../view/View.ts")))};\nexport const OPTIONS = ${JSON.stringify(OPTIONS)};\n`,
);
writeFileSync(
  join(out, "sources.d.ts"),
  `import type { Shape } from "../compile/Shape.js";\nexport declare const PARTIAL_SOURCES: Readonly<Record<string, string>>;\nexport declare const VIEW_SHAPE: Shape;\nexport declare const OPTIONS: Readonly<Record<string, boolean | Record<string, boolean>>>;\n`,
);
