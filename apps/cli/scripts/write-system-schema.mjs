// The JSON Schema of system files with the bundled questions in it, so that editors offer the answers and explain them.
// The shape comes from plugin-kit, the questions from the knowledge that the build has just merged.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

const schema = read("../../../packages/plugin-kit/schema/system.json");
const { questions, mitigations } = read("../dist/knowledge.json");

const choice = ({ choices }) => ({ anyOf: choices.map(({ id, label, help }) => ({ const: id, title: label, description: help })) });
const VALUES = { choice, boolean: () => ({ type: "boolean" }), list: (question) => ({ type: "array", uniqueItems: true, items: choice(question) }) };

const answer = (question) => ({ title: question.title, description: question.why, ...VALUES[question.type](question) });

/** Puts a question where its dotted name leads. */
const put = (into, [first, ...rest], value) => {
  into.properties ??= {};
  if (rest.length === 0) into.properties[first] = value;
  else put((into.properties[first] ??= { type: "object", additionalProperties: false }), rest, value);
};

const { profile, context, decisions } = schema.properties;
for (const part of [profile, context]) {
  delete part.propertyNames;
  part.additionalProperties = false;
}
for (const question of questions) put(schema, question.id.split("."), answer(question));
profile.required = Object.keys(profile.properties);
// Plugins bring mitigations of their own, so any text is taken.
const { properties: decision } = decisions.properties.mitigations.items;
decision.id = { description: decision.id.description, anyOf: [...mitigations.map(({ id, title }) => ({ const: id, title })), { type: "string" }] };

mkdirSync(new URL("../schema/", import.meta.url), { recursive: true });
writeFileSync(new URL("../schema/system.json", import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
