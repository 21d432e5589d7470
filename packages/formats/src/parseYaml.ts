import { type PlacedProblem, type Result, failure, success } from "@strideml/plugin-kit";
import { type Alias, type CST, Composer, type Document, Lexer, LineCounter, Parser, isAlias, isScalar, visit } from "yaml";
import { LIMITS } from "./importers/limits.js";
import { yamlMistake } from "./yamlMistake.js";

/** A YAML document without errors, and where an offset in it is. */
export interface ParsedYaml {
  document: Document.Parsed;
  at: (offset: number) => Required<Pick<PlacedProblem, "file" | "line" | "column">>;
}

/** Most problems that are told. */
const MOST = 50;

/** Nodes that may be open at once; nesting costs up to two of them a level. The composer's own recursion ends at some hundreds. */
const DEEPEST = 400;

/** Characters that YAML forbids. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

type Found = Pick<PlacedProblem, "message" | "expected" | "hint"> & { offset: number; path?: PlacedProblem["path"] };

class TooDeep extends Error {
  constructor(readonly offset: number) {
    super();
  }
}

/** Tokens until there are too many errors among them, which a text of brackets alone would be. */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let errors = 0;
  const pass = function* (tokens: Iterable<CST.Token>): Generator<CST.Token, boolean> {
    for (const token of tokens) {
      yield token;
      if (token.type === "error" && ++errors >= MOST) return false;
    }
    if (parser.stack.length > DEEPEST) throw new TooDeep(parser.offset);
    return true;
  };
  for (const lexeme of new Lexer().lex(text)) if (!(yield* pass(parser.next(lexeme)))) return;
  yield* pass(parser.end());
}

/** The library's own check compares every key with every other, which a long mapping turns into minutes. */
const keyMistakes = (document: Document.Parsed): Found[] => {
  const found: Found[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const offset = (key as { range?: [number, number, number] } | null)?.range?.[0] ?? map.range?.[0] ?? 0;
        if (!isScalar(key) || key.value === null) found.push({ offset, message: "a key is not text", expected: "key: value" });
        else if (seen.has(key.value)) found.push({ offset, message: "this key is there twice", hint: "keep one of the two" });
        else if (key.value === "<<" && key.type === "PLAIN") found.push({ offset, message: "merge keys (<<) are no part of YAML 1.2", hint: "write the keys out" });
        else seen.add(key.value);
      }
    },
  });
  return found;
};

const offsetOf = (alias: Alias): number => alias.range?.[0] ?? 0;

/** Aliases that stand for nothing, or for something that they are a part of. */
const aliasMistakes = (document: Document.Parsed): Found[] => {
  const found: Found[] = [];
  const anchors = new Map<string, unknown>();
  visit(document, {
    Node: (_, node, up) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
      } else if (!anchors.has(node.source))
        found.push({ offset: offsetOf(node), message: "an alias (*) stands for an anchor (&) that is not there", hint: "put text that begins with * in quotes" });
      else if (up.some((each) => each === anchors.get(node.source)))
        found.push({ offset: offsetOf(node), message: "an alias (*) stands for something that it is a part of", hint: "write the values out" });
    },
  });
  return found;
};

const syntaxMistakes = ({ errors, warnings }: Document.Parsed): Found[] => {
  const deep = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  // A tag that nobody knows would leave its text behind as if it were a value.
  const wrong = deep ? [deep] : errors.length > 0 ? errors : warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  return wrong.slice(0, MOST).map((error) => ({ ...yamlMistake(error), offset: error.pos[0] }));
};

const documentsIn = (text: string, lines: LineCounter): Document.Parsed[] => {
  const composer = new Composer({ lineCounter: lines, prettyErrors: false, uniqueKeys: false, schema: "core", resolveKnownTags: false });
  return [...composer.compose(tokensOf(text, lines), true, text.length)];
};

const documentIn = (text: string, lines: LineCounter): { document?: Document.Parsed; found: Found[] } => {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) {
    const code = `U+${forbidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    for (let at = 0; at >= 0; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);
    return { found: [{ offset: forbidden.index, message: `holds the control character ${code}`, expected: "text", hint: "take it out" }] };
  }
  try {
    const [document, second] = documentsIn(text, lines);
    const found = document ? syntaxMistakes(document) : [];
    if (second && found.length === 0) found.push({ ...yamlMistake({ code: "MULTIPLE_DOCS", message: "" }), offset: second.range[0] });
    return document && found.length === 0 ? { document, found: [...aliasMistakes(document), ...keyMistakes(document)] } : { document, found };
  } catch (error) {
    const offset = error instanceof TooDeep ? error.offset : 0;
    return { found: [{ ...yamlMistake({ code: "RESOURCE_EXHAUSTION", message: "" }), offset }] };
  }
};

/** The first problem of each line: what follows on it mostly follows from it. */
const firstOfLines = (problems: readonly PlacedProblem[]): PlacedProblem[] => {
  const told = new Set<number | undefined>();
  return problems.filter(({ line }) => !told.has(line) && told.add(line)).slice(0, MOST);
};

/**
 * Parses one document of YAML 1.2, or JSON, with bounds on its size and nesting.
 * @param most characters; more only of what is known to be good
 * @returns the document, or every syntax error with its place
 */
export const parseYaml = (text: string, file: string, most: number = LIMITS.yaml): Result<ParsedYaml> => {
  const problem = (message: string, more: Partial<PlacedProblem>): PlacedProblem => ({ code: "yaml", message, path: [], file, ...more });
  if (text.length > most) return failure([problem(`has ${text.length} characters of YAML`, { code: "too-large", expected: `at most ${most}`, hint: "save it as JSON" })]);
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: col };
  };
  const { document, found } = documentIn(text, lines);
  if (!document || found.length > 0) return failure(firstOfLines(found.map(({ offset, message, ...more }) => problem(message, { ...more, ...at(offset) }))));
  return success({ document, at });
};

/** The plain value of a document, or that its aliases explode. */
export const yamlValue = ({ document, at }: ParsedYaml): Result<unknown> => {
  try {
    return success(document.toJS({ maxAliasCount: LIMITS.aliases }));
  } catch {
    let first = 0;
    visit(document, { Alias: (_, alias) => ((first = offsetOf(alias)), visit.BREAK) });
    return failure([{ code: "yaml", message: "expands to far more than it holds through its aliases", path: [], ...at(first), hint: "write the values out" }]);
  }
};
