import { type Result, failure, success } from "@strideml/plugin-kit";
import { jsonSlip } from "./jsonSlip.js";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";
import { unsafeTree } from "./unsafeTree.js";

/**
 * Parses JSON with bounds on size, nesting and keys.
 * @returns the value, or the syntax error with its place
 */
export const readJson = (text: string, file: string): Result<unknown> => {
  const plain = readableText(text, file);
  if (!plain.ok) return plain;
  let value: unknown;
  try {
    value = JSON.parse(plain.value);
  } catch {
    // The engine's message quotes the text, which may be long and hostile; it is not passed on.
    return refuse(file, "json", "is not valid JSON", { ...jsonSlip(plain.value), expected: "JSON" });
  }
  const unsafe = unsafeTree(value);
  return unsafe ? failure([{ ...unsafe, file }]) : success(value);
};
