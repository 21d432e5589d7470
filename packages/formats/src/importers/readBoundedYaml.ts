import { type Result, failure, success } from "@strideml/plugin-kit";
import { parseYaml, yamlValue } from "../parseYaml.js";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";
import { unsafeTree } from "./unsafeTree.js";

/**
 * Parses YAML 1.2 with bounds on size, nesting, aliases and keys.
 * @returns the value, or every syntax error with line and column
 */
export const readBoundedYaml = (text: string, file: string): Result<unknown> => {
  const plain = readableText(text, file);
  if (!plain.ok) return plain;
  const parsed = parseYaml(plain.value, file);
  if (!parsed.ok) return parsed;
  if (parsed.value.document.contents === null) return refuse(file, "empty", "is empty");
  const value = yamlValue(parsed.value);
  if (!value.ok) return value;
  const unsafe = unsafeTree(value.value);
  return unsafe ? failure([{ ...unsafe, file }]) : success(value.value);
};
