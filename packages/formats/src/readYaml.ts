import { type PlacedProblem, type Problem, type Result, success } from "@strideml/plugin-kit";
import { type Document, isMap, isPair, isScalar } from "yaml";
import { jsonSlip } from "./importers/jsonSlip.js";
import { LIMITS } from "./importers/limits.js";
import { refuse } from "./importers/refuse.js";
import { parseYaml, yamlValue } from "./parseYaml.js";

/** Parsed YAML or JSON, and a way to say where in the file a problem is. */
export interface Source {
  value: unknown;
  place: (problem: Problem) => PlacedProblem;
}

/** Where a value is, or the nearest thing around it that is there. */
const offsetOf = (document: Document, path: Problem["path"]): number => {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
      const range = (isScalar(pair?.key) ? pair.key : undefined)?.range;
      if (range) return range[0];
    }
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
};

const parse = (text: string, file: string, most?: number): Result<Source> => {
  const parsed = parseYaml(text, file, most);
  if (!parsed.ok) return parsed;
  const value = yamlValue(parsed.value);
  if (!value.ok) return value;
  const { document, at } = parsed.value;
  return success({ value: value.value, place: (found) => ({ ...found, ...at(offsetOf(document, found.path)) }) });
};

/** Characters from which on JSON is read by the platform: a system file has some thousands, a saved threat model some hundred thousand. */
const LARGE = 100_000;

/**
 * Large JSON is read by the platform, in a hundredth of the time. It is parsed again, with places, only when a problem is
 * to be told. Small files are always parsed with places, which also finds keys that are there twice.
 */
const parseJson = (text: string, file: string): Result<Source> | undefined => {
  if (text.length < LARGE || !/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    let slow: Result<Source> | undefined;
    const place = (found: Problem): PlacedProblem => {
      slow ??= parse(text, file, Infinity);
      // Nested too deeply for YAML, which then is the problem that is placed.
      return slow.ok ? slow.value.place(found) : { ...slow.problems[0], ...found, file };
    };
    return success({ value, place });
  } catch {
    // YAML may begin with a bracket too, and tells better what is wrong; but nobody writes that much of it.
    return text.length <= LIMITS.yaml ? undefined : refuse(file, "json", "is not valid JSON", { ...jsonSlip(text), expected: "JSON" });
  }
};

/**
 * Parses YAML 1.2 or JSON.
 * @param file name of the file, for messages
 * @returns the value with a way to place problems in it, or every syntax error with line and column
 */
export const readYaml = (text: string, file: string): Result<Source> => parseJson(text, file) ?? parse(text, file);
