// Writes a JSON Schema beside each noun that people write by hand, so that editors complete, check and explain YAML. The
// explanations are the comments of the sources: they are written once.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import * as kit from "../dist/index.js";

const nouns = {
  threat: kit.Threat,
  mitigation: kit.Mitigation,
  framework: kit.Framework,
  mapping: kit.Mapping,
  question: kit.Question,
  scale: kit.Scale,
  scoring: kit.Scoring,
  architecture: kit.ReferenceArchitecture,
  plugin: kit.Plugin,
  override: kit.Override,
  template: kit.Template,
  system: kit.SystemFile,
  questionnaire: kit.Questionnaire,
};
const exported = new Map(Object.entries(kit));
const sources = new URL("../src/", import.meta.url);
const folder = new URL("../schema/", import.meta.url);

const inOneLine = (comment) => comment.replaceAll(/\s*\n\s*\*\s?/g, " ").trim();

/** The comment before each key of an object in a source, by the path of the key: indentation tells what is in what. */
const keysIn = (body) => {
  const keys = new Map();
  const around = [];
  for (const [, comment, indent, key] of body.matchAll(/(?:\/\*\* ((?:(?!\*\/)[\s\S])*?) ?\*\/\n)?^( +)(\w+):/gm)) {
    while (around.length > 0 && around.at(-1).indent >= indent.length) around.pop();
    around.push({ indent: indent.length, key });
    if (comment) keys.set(around.map((each) => each.key).join("."), inOneLine(comment));
  }
  return keys;
};

/** What the sources say of each exported schema: of itself, and of its keys. */
const comments = new Map();
for (const name of readdirSync(sources).filter((file) => file.endsWith(".ts"))) {
  const parts = [
    ...readFileSync(new URL(name, sources), "utf8").matchAll(/(?:\/\*\* ((?:(?!\*\/)[\s\S])*?) ?\*\/\n)?^(?:export )?const (\w+)((?:(?!^(?:export )?const |^\/\*\*)[\s\S])*)/gm),
  ];
  const keysOf = new Map(parts.map(([, , noun, body]) => [noun, keysIn(body)]));
  for (const [, about, noun, body] of parts) {
    const spread = [...body.matchAll(/^ +\.\.\.(\w+)/gm)].flatMap(([, other]) => [...(keysOf.get(other) ?? [])]);
    const schema = exported.get(noun);
    if (schema instanceof z.core.$ZodType) comments.set(schema, { about: about && inOneLine(about), keys: new Map([...keysOf.get(noun), ...spread]) });
  }
}

const explain = (keys, schema, path = "") => {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const { description: own, ...rest } = property;
    const description = keys.get(path + key) ?? own;
    schema.properties[key] = { ...(description !== undefined && { description }), ...rest };
    for (const inner of [schema.properties[key], schema.properties[key].items ?? {}]) explain(keys, inner, `${path}${key}.`);
  }
};

const override = ({ zodSchema, jsonSchema }) => {
  const known = comments.get(zodSchema);
  if (!known) return;
  if (known.about && (jsonSchema.enum || jsonSchema.properties)) jsonSchema.description = known.about;
  explain(known.keys, jsonSchema);
};

mkdirSync(folder, { recursive: true });
for (const [name, noun] of Object.entries(nouns)) {
  const schema = z.toJSONSchema(noun, { io: "input", unrepresentable: "any", override });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
