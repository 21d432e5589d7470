import { type Result, failure, success } from "@strideml/plugin-kit";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";
import { unsafeTree } from "./unsafeTree.js";

/** Line and column of an offset, from 1. */
const placeOf = (text: string, offset: number) => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
};

/** Engines tell the place of a syntax error in words only: either as an offset or as line and column. */
const placeIn = (message: string, text: string): { line?: number; column?: number } => {
  const offset = /position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return placeOf(text, Number(offset));
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
};

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
  } catch (error) {
    const { message } = error as Error;
    // The engine's message quotes the text, which may be long and hostile; only its place is kept.
    return refuse(file, "json", "is not valid JSON", { ...placeIn(message, plain.value), expected: "JSON" });
  }
  const unsafe = unsafeTree(value);
  return unsafe ? failure([{ ...unsafe, file }]) : success(value);
};
