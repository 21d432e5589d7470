import type { Problem } from "@strideml/plugin-kit";
import { type Document, LineCounter, isMap, isPair, isScalar, parseDocument } from "yaml";
import { type PlacedProblem, UserError, userError } from "../UserError.js";

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

const toValue = (document: Document, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw userError("yaml", (error as Error).message.includes("alias") ? "expands to far more than it holds through its aliases" : (error as Error).message, {
      file,
      hint: "write the values out",
    });
  }
};

/** Parses YAML 1.2 or JSON. Syntax errors are told with line and column, all of them. */
export const parseYaml = (text: string, file: string): Source => {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch {
    throw userError("yaml", "is nested too deeply to be read", { file });
  }
  if (document.errors.length > 0) throw new UserError(document.errors.map((error) => ({ code: "yaml", message: error.message, path: [], ...at(error.pos[0]) })));
  const value = toValue(document, file);
  return {
    value,
    place: (problem) => {
      const offset = offsetOf(document, problem.path);
      return { ...problem, ...(offset === undefined ? { file } : at(offset)) };
    },
  };
};
