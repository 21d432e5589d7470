// The reference of what people write in files, out of the JSON Schemas. `npx vitest run packages/plugin-kit -u` writes it anew.

export interface Schema {
  description?: string;
  type?: string;
  enum?: string[];
  const?: unknown;
  $ref?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: string | boolean | unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** What people write by hand in a plugin, by the name of its schema. */
export const NOUNS: Record<string, string> = {
  framework: "A framework: `framework.yaml`",
  mapping: "A mapping: `mapping.yaml`",
  threat: "A threat: `threats/*.yaml`",
  mitigation: "A mitigation: `mitigations/*.yaml`",
  questionnaire: "A questionnaire: `questionnaires/*.yaml`",
  override: "An override: `overrides` in `pack.yaml`",
  template: "A template: `templates/**/*.hbs`",
};

const kindOf = (schema: Schema): string => {
  if (schema.$ref) return "condition";
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === "array") return `list of ${schema.items?.properties ? "entries" : kindOf(schema.items ?? {})}`;
  if (schema.type === "object") return schema.properties ? "entry" : "mapping";
  if (schema.format === "date") return "day";
  if (schema.format === "uri") return "web address";
  if (schema.type === "integer" || schema.type === "number") return boundsOf(schema);
  if (schema.type === "boolean") return "`true`, `false`";
  return schema.maxLength ? `text, at most ${schema.maxLength}` : "text";
};

const boundsOf = ({ minimum = -Infinity, maximum = Infinity, type }: Schema): string => {
  const word = type === "integer" ? "whole number" : "number";
  return Math.abs(minimum) < 1e9 && Math.abs(maximum) < 1e9 ? `${word}, ${minimum} to ${maximum}` : word;
};

const needOf = (schema: Schema, required: boolean): string => {
  if (required && schema.default === undefined) return "required";
  return schema.default === undefined || Array.isArray(schema.default) ? "" : `\`${schema.default}\``;
};

const cell = (text: string) => text.replaceAll("|", "\\|");

const rowsOf = ({ properties = {}, required = [] }: Schema, path = ""): string[] =>
  Object.entries(properties).flatMap(([key, schema]) => {
    const inner = schema.items ?? schema;
    const name = `${path}${key}`;
    const row = `| \`${name}\` | ${cell(kindOf(schema))} | ${needOf(schema, required.includes(key))} | ${cell(schema.description ?? "")} |`;
    return [row, ...rowsOf(inner, `${name}.`)];
  });

/**
 * The page, as Markdown.
 * @param schemaOf gives the JSON Schema of a noun
 */
export const reference = (schemaOf: (noun: string) => Schema): string =>
  [
    "# Reference of what a plugin holds\n",
    "Made from the schemas that check it, which editors read as well: begin a file with `# yaml-language-server: $schema=node_modules/@strideml/plugin-kit/schema/framework.json` and it is completed and explained as you write. Keys that are not listed are refused.\n",
    "A **condition** names answers: `{ modelType: llm }`, `{ modelType: [llm, rag] }` for any of them, `{ context.consequence: { atLeast: rights } }` for ordered ones, several keys for all of them; `all`, `any` and `not` combine. `npx strideml list questions` lists the names and values.\n",
    ...Object.entries(NOUNS).map(([noun, heading]) => {
      const schema = schemaOf(noun);
      return `## ${heading}\n\n${schema.description ?? ""}\n\n| key | what | default | meaning |\n| :-- | :-- | :-- | :-- |\n${rowsOf(schema).join("\n")}\n`;
    }),
  ].join("\n");
