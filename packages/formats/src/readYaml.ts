import { type PlacedProblem, type Problem, type Result, failure, success } from "@strideml/plugin-kit";
import { type Document, LineCounter, isMap, isPair, isScalar, parseDocument } from "yaml";

/** Parsed YAML or JSON, and a way to say where in the file a problem is. */
export interface Source {
  value: unknown;
  place: (problem: Problem) => PlacedProblem;
}

/** Most references to anchors that a document may expand to. */
const MOST_ALIASES = 100;

const offsetOf = (document: Document, path: Problem["path"]): number | undefined => {
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
  return undefined;
};

const problem = (message: string, more: Partial<PlacedProblem>): PlacedProblem => ({ code: "yaml", message, path: [], ...more });

const toValue = (document: Document, file: string): Result<unknown> => {
  try {
    return success(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    const { message } = error as Error;
    return failure([problem(message.includes("alias") ? "expands to far more than it holds through its aliases" : message, { file, hint: "write the values out" })]);
  }
};

const parse = (text: string, file: string): Result<Source> => {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch {
    return failure([problem("is nested too deeply to be read", { file })]);
  }
  if (document.errors.length > 0) return failure(document.errors.map((error) => problem(error.message, at(error.pos[0]))));
  // A tag that nobody knows would leave its text behind as if it were a value.
  const tags = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  if (tags.length > 0) return failure(tags.map((tag) => problem("has a tag that is not known", { ...at(tag.pos[0]), hint: "take the tag (!...) out" })));
  const value = toValue(document, file);
  if (!value.ok) return value;
  const place = (found: Problem): PlacedProblem => {
    const offset = offsetOf(document, found.path);
    return { ...found, ...(offset === undefined ? { file } : at(offset)) };
  };
  return success({ value: value.value, place });
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
      slow ??= parse(text, file);
      return slow.ok ? slow.value.place(found) : { ...found, file };
    };
    return success({ value, place });
  } catch {
    // Not JSON after all: YAML may begin with a bracket too, and tells better what is wrong.
    return undefined;
  }
};

/**
 * Parses YAML 1.2 or JSON.
 * @param file name of the file, for messages
 * @returns the value with a way to place problems in it, or every syntax error with line and column
 */
export const readYaml = (text: string, file: string): Result<Source> => parseJson(text, file) ?? parse(text, file);
