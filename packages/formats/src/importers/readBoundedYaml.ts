import { type PlacedProblem, type Result, failure, success } from "@strideml/plugin-kit";
import { type CST, Composer, type Document, LineCounter, Parser, isScalar, visit } from "yaml";
import { LIMITS } from "./limits.js";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";
import { unsafeTree } from "./unsafeTree.js";

/** The library's own check compares every key with every other, which a long mapping turns into minutes. */
const repeatedKeys = (document: Document.Parsed, at: (offset: number) => Partial<PlacedProblem>): PlacedProblem[] => {
  const problems: PlacedProblem[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) problems.push({ code: "yaml", message: "this key is there twice", path: [], ...at(key.range?.[0] ?? 0) });
        seen.add(key.value);
      }
    },
  });
  return problems;
};

/** Most syntax errors that are told. */
const ERRORS = 50;

/** Tokens until there are too many errors among them: a text of brackets alone would make an error of each. */
function* untilHopeless(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let errors = 0;
  for (const token of tokens) {
    yield token;
    if (token.type === "error" && ++errors >= ERRORS) return;
  }
}

const documentsIn = (text: string, lines: LineCounter): Document.Parsed[] => {
  const composer = new Composer({ lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return [...composer.compose(untilHopeless(new Parser(lines.addNewLine).parse(text)), true, text.length)];
};

/**
 * Parses YAML 1.2 with bounds on size, nesting, aliases and keys.
 * @returns the value, or every syntax error with line and column
 */
export const readBoundedYaml = (text: string, file: string): Result<unknown> => {
  const plain = readableText(text, file);
  if (!plain.ok) return plain;
  if (plain.value.length > LIMITS.yaml)
    return refuse(file, "too-large", `has ${plain.value.length} characters of YAML`, { expected: `at most ${LIMITS.yaml}`, hint: "save it as JSON" });
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  try {
    const [document, second] = documentsIn(plain.value, lines);
    if (!document) return refuse(file, "empty", "is empty");
    if (second) return refuse(file, "yaml", "holds several YAML documents", { ...at(second.range[0]), expected: "one document" });
    // The library reports an exhausted stack among the errors.
    if (document.errors.some((error) => error.message.includes("call stack"))) return refuse(file, "yaml", "is nested too deeply to be read");
    const wrong = [...document.errors.map((error): PlacedProblem => ({ code: "yaml", message: error.message, path: [], ...at(error.pos[0]) })), ...repeatedKeys(document, at)];
    if (wrong.length > 0) return failure(wrong.slice(0, ERRORS));
    const value: unknown = document.toJS({ maxAliasCount: LIMITS.aliases });
    const unsafe = unsafeTree(value);
    return unsafe ? failure([{ ...unsafe, file }]) : success(value);
  } catch (error) {
    const aliases = (error as Error).message.includes("alias");
    return refuse(file, "yaml", aliases ? "expands to far more than it holds through its aliases" : "is nested too deeply to be read");
  }
};
