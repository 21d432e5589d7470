import { didYouMean, type PlacedProblem } from "@strideml/plugin-kit";
import Handlebars from "handlebars";
import { OPTIONS, PARTIAL_SOURCES, VIEW_SHAPE } from "../generated/sources.js";
import { isList, isObject, type Shape } from "./Shape.js";
import { placeOf } from "./placeOf.js";

/** Longest template, in characters; the longest of ours has 6,000. */
const LONGEST = 200_000;

/** Helpers that a template may call. */
const HELPERS = ["if", "unless", "each", "with", "join", "eq"];

type Node = hbs.AST.Node;

/** Where the walk is: the context of the names, and what is around it. */
interface Scope {
  shape: Shape | undefined;
  /** Names given by `as |name|`. */
  locals: Readonly<Record<string, Shape | undefined>>;
  /** Whether `@index` and its like are known. */
  inEach: boolean;
  outer?: Scope;
}

interface Walk {
  file: string;
  /** Lines of the head before the text. */
  skipped: number;
  problems: PlacedProblem[];
}

const tell = (walk: Walk, node: Node, message: string, more: Partial<PlacedProblem> = {}): void => {
  walk.problems.push({ code: "template", message, path: [], file: walk.file, line: node.loc.start.line + walk.skipped, column: node.loc.start.column + 1, ...more });
};

const namesIn = (shape: Shape | undefined): string[] => (isObject(shape) ? Object.keys(shape.object) : []);

const DATA = ["index", "first", "last", "key", "root"];

/** What a path leads to; `undefined` after a problem was told. */
const resolve = (path: hbs.AST.PathExpression, scope: Scope, walk: Walk): Shape | undefined => {
  const parts = [...path.parts];
  if (path.data) {
    const [first = ""] = parts;
    if (first === "root") return follow(VIEW_SHAPE, parts.slice(1), path, walk);
    if (DATA.includes(first) && scope.inEach) return "text";
    tell(walk, path, `@${first} is not known here`, { expected: scope.inEach ? DATA.map((name) => `@${name}`).join(", ") : "a place inside each" });
    return undefined;
  }
  let from: Scope | undefined = scope;
  for (let up = path.depth; up > 0; up--) from = from?.outer;
  if (!from) {
    tell(walk, path, `${path.original} leads out of the template`, { hint: "take a ../ away" });
    return undefined;
  }
  const [first] = parts;
  if (path.depth === 0 && first !== undefined && Object.hasOwn(from.locals, first)) return follow(from.locals[first], parts.slice(1), path, walk);
  return follow(from.shape, parts, path, walk);
};

const follow = (start: Shape | undefined, parts: readonly string[], path: hbs.AST.PathExpression, walk: Walk): Shape | undefined => {
  let shape = start;
  for (const part of parts) {
    if (shape === undefined) return undefined;
    if (isList(shape) && part === "length") return "text";
    const next: Shape | undefined = isObject(shape) && Object.hasOwn(shape.object, part) ? shape.object[part] : undefined;
    if (next === undefined) {
      const known = namesIn(shape);
      tell(walk, path, `nothing is called ${path.original} here`, {
        expected: known.length > 0 ? `one of ${known.join(", ")}` : "no further name: this is text",
        hint: didYouMean(part, known),
      });
      return undefined;
    }
    shape = next;
  }
  return shape;
};

const isPath = (node: Node): node is hbs.AST.PathExpression => node.type === "PathExpression";

/** The value of an argument: a name, a literal, or the result of a helper. */
const valueOf = (node: Node, scope: Scope, walk: Walk): Shape | undefined => {
  if (isPath(node)) return resolve(node, scope, walk);
  if (node.type === "SubExpression") return call(node as hbs.AST.SubExpression, scope, walk);
  return "text";
};

const call = (node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, scope: Scope, walk: Walk): Shape | undefined => {
  const name = isPath(node.path) ? node.path.original : "";
  if (!HELPERS.includes(name)) tell(walk, node, `there is no helper ${name}`, { expected: `one of ${HELPERS.join(", ")}`, hint: didYouMean(name, HELPERS) });
  const values = node.params.map((param) => valueOf(param, scope, walk));
  if (name === "join" && values[0] !== undefined && !isList(values[0])) tell(walk, node, "join needs a list first", { expected: '{{join list "; "}}' });
  return name === "eq" ? "flag" : "text";
};

const mustache = (node: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void => {
  if (!node.escaped) tell(walk, node, "raw output ({{{ }}} or {{& }}) is refused", { expected: "{{ }}", hint: "every value is safe in Markdown already" });
  if (node.params.length > 0 || !isPath(node.path)) return void call(node, scope, walk);
  if (["log", "lookup"].includes(node.path.original)) return tell(walk, node, `${node.path.original} is refused`);
  const { original } = node.path;
  const shape = resolve(node.path, scope, walk);
  if (isList(shape)) tell(walk, node, `${original} is a list`, { expected: `{{#each ${original}}} or {{join ${original} "; "}}` });
  if (isObject(shape))
    tell(walk, node, `${original} has parts`, {
      expected: `one of ${namesIn(shape)
        .map((name) => `${original}.${name}`)
        .join(", ")}`,
    });
};

const inner = (node: hbs.AST.BlockStatement, scope: Scope, walk: Walk): Scope => {
  const name = isPath(node.path) ? node.path.original : "";
  const [param] = node.params;
  if (!["if", "unless", "each", "with"].includes(name))
    tell(walk, node, `there is no block helper ${name}`, { expected: "each, with, if or unless", hint: didYouMean(name, ["each", "with", "if", "unless"]) });
  if (!param) {
    tell(walk, node, `${name} needs a name`, { expected: `{{#${name} something}}` });
    return scope;
  }
  const shape = valueOf(param, scope, walk);
  if (name === "if" || name === "unless") return scope;
  if (name === "each" && shape !== undefined && !isList(shape))
    tell(walk, param, "each needs a list", {
      expected: `a list such as ${namesIn(scope.shape)
        .filter((each) => isObject(scope.shape) && isList(scope.shape.object[each]))
        .slice(0, 6)
        .join(", ")}`,
    });
  if (name === "with" && shape !== undefined && !isObject(shape)) tell(walk, param, "with needs something that has parts");
  const element = isList(shape) ? shape.list : name === "with" ? shape : undefined;
  const [local, index] = node.program?.blockParams ?? [];
  const locals = { ...scope.locals, ...(local !== undefined && { [local]: element }), ...(index !== undefined && { [index]: "text" as const }) };
  return { shape: element, locals, inEach: name === "each" || scope.inEach, outer: scope };
};

const partial = (node: hbs.AST.PartialStatement, scope: Scope, walk: Walk): void => {
  if (!isPath(node.name)) return tell(walk, node, "a partial whose name is computed is refused", { expected: "{{> name}}" });
  const name = node.name.original;
  const source = Object.hasOwn(PARTIAL_SOURCES, name) ? PARTIAL_SOURCES[name] : undefined;
  const known = Object.keys(PARTIAL_SOURCES);
  if (source === undefined) return tell(walk, node, `there is no partial ${name}`, { expected: `one of ${known.join(", ")}`, hint: didYouMean(name, known) });
  const [context] = node.params;
  const shape = context ? valueOf(context, scope, walk) : scope.shape;
  // What is wrong inside a partial of ours is told where the partial is called: it is in the wrong place.
  const [wrong] = problemsInside(source, { shape, locals: {}, inEach: scope.inEach, outer: scope });
  if (wrong) {
    const place = placeOf([VIEW_SHAPE], (around) => problemsInside(source, nested(around)).length === 0);
    tell(walk, node, `the partial ${name} does not fit here`, { expected: place ?? "the top of the template", hint: wrong.message });
  }
};

const nested = (around: readonly Shape[]): Scope => {
  const [outermost, ...inner] = around.map((shape): Scope => ({ shape, locals: {}, inEach: true }));
  return inner.reduce((outer, scope) => ({ ...scope, outer }), outermost!);
};

const problemsInside = (source: string, scope: Scope): PlacedProblem[] => {
  const inside: Walk = { file: "", skipped: 0, problems: [] };
  program(Handlebars.parse(source), scope, inside);
  return inside.problems;
};

const REFUSED: Readonly<Record<string, string>> = {
  Decorator: "decorators are refused",
  DecoratorBlock: "partials within a template are refused",
  PartialBlockStatement: "partials with a block are refused",
};

const statement = (node: Node, scope: Scope, walk: Walk): void => {
  if (Object.hasOwn(REFUSED, node.type)) return tell(walk, node, REFUSED[node.type]!, { hint: "only what cannot change how other parts are made is let through" });
  if (node.type === "MustacheStatement") return mustache(node as hbs.AST.MustacheStatement, scope, walk);
  if (node.type === "PartialStatement") return partial(node as hbs.AST.PartialStatement, scope, walk);
  if (node.type !== "BlockStatement") return;
  const block = node as hbs.AST.BlockStatement;
  // {{^if …}} has only what is inverse.
  const within = inner(block, scope, walk);
  if (block.program) program(block.program, within, walk);
  if (block.inverse) program(block.inverse, scope, walk);
};

const program = ({ body }: hbs.AST.Program, scope: Scope, walk: Walk): void => {
  for (const node of body) statement(node, scope, walk);
};

const syntaxProblem = (error: unknown, file: string, skipped: number): PlacedProblem => {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const expected = /Expecting (.*), got/.exec(message)?.[1];
  const said = message.startsWith("Parse error") ? "cannot be read: something is not closed, or stands where it may not" : message.replace(/ - \d+:\d+$/, "");
  return {
    code: "template-syntax",
    message: said,
    path: [],
    file,
    line: line + skipped,
    ...(column !== undefined && { column: column + 1 }),
    ...(expected?.includes("CLOSE") && { expected: "}}" }),
  };
};

/**
 * Everything that is wrong with a template, before anything is made with it: Handlebars is silent about misspelt names.
 * @param skipped lines of the file before the text, so that problems are told where they are
 */
export const checkTemplate = (source: string, file: string, skipped = 0): PlacedProblem[] => {
  if (source.length > LONGEST) return [{ code: "too-large", message: `has ${source.length} characters`, path: [], file, expected: `at most ${LONGEST}` }];
  const walk: Walk = { file, skipped, problems: [] };
  try {
    program(Handlebars.parse(source), { shape: VIEW_SHAPE, locals: {}, inEach: false }, walk);
    if (walk.problems.length === 0) Handlebars.precompile(source, OPTIONS);
    return walk.problems;
  } catch (error) {
    return [...walk.problems, syntaxProblem(error, file, skipped)];
  }
};
