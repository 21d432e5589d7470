// The schema that editors use takes what strideml takes, and refuses what it refuses.
import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(read("apps/cli/schema/system.json")) as object);
const credit = () => parse(read("examples/consumer-credit-scorer.yaml")) as { profile: Record<string, unknown>; context: Record<string, unknown> };

test.each(readdirSync(new URL("examples/", root)).filter((name) => name.endsWith(".yaml")))("takes %s", (name) => {
  expect(validate(parse(read(`examples/${name}`))), JSON.stringify(validate.errors)).toBe(true);
});

test.each<[string, (system: ReturnType<typeof credit>) => void]>([
  ["an answer that is none", (system) => (system.profile["modelType"] = "tabula")],
  ["a question that is none", (system) => (system.profile["model"] = "tabular")],
  ["a missing answer", (system) => delete system.profile["accessLevel"]],
  ["a refinement that is none", (system) => (system.context["training"] = { mod: "online" })],
])("refuses %s", (_, spoil) => {
  const system = credit();
  spoil(system);
  expect(validate(system)).toBe(false);
});

test("explains every key that people write", () => {
  const silent = (schema: { properties?: object; items?: object; description?: string; anyOf?: object[] }, path: string): string[] =>
    Object.entries(schema.properties ?? {}).flatMap(([key, value]: [string, typeof schema]) => [
      ...(value.description || value.properties || key === "$schema" ? [] : [`${path}${key}`]),
      ...silent(value, `${path}${key}.`),
      ...silent(value.items ?? {}, `${path}${key}.`),
    ]);
  const { architecture: _, ...properties } = (JSON.parse(read("apps/cli/schema/system.json")) as { properties: object & { architecture: object } }).properties;
  expect(silent({ properties }, "")).toEqual([]);
});
