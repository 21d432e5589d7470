import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** Checks a value against a consumer's JSON Schema; returns every problem as one line of text. */
export const validatorOf = (schemaFile: URL, ...others: readonly URL[]): ((value: unknown) => string[]) => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true, logger: false });
  addFormats.default(ajv);
  // The draft that a schema names is not needed for what these schemas use of it, and Ajv knows only one.
  const read = (file: URL): Record<string, unknown> => {
    const { $schema: _draft, id: _oldId, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    return schema;
  };
  const main = read(schemaFile);
  // A schema refers to its neighbours by their file names.
  for (const other of others) ajv.addSchema({ ...read(other), $id: new URL(other.pathname.split("/").at(-1)!, main["$id"] as string).href });
  const validate = ajv.compile(main);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).slice(0, 10).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
};

/** A schema of the folder `schemas`. */
export const schemaFile = (name: string): URL => new URL(`schemas/${name}.schema.json`, import.meta.url);
