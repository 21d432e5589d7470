import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NOUNS, reference, type Schema } from "./reference.js";

const schemaOf = (noun: string) => JSON.parse(readFileSync(new URL(`../schema/${noun}.json`, import.meta.url), "utf8")) as Schema;

const silent = ({ properties = {} }: Schema, path = ""): string[] =>
  Object.entries(properties).flatMap(([key, schema]) => [...(schema.description === undefined ? [path + key] : []), ...silent(schema.items ?? schema, `${path}${key}.`)]);

test("the reference is what the schemas say", async () => {
  await expect(reference(schemaOf)).toMatchFileSnapshot("../../../docs/reference.md");
});

test.each(Object.keys(NOUNS))("every key of a %s is explained", (noun) => expect(silent(schemaOf(noun))).toEqual([]));
