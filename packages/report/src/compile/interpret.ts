import type Handlebars from "handlebars";

type Node = hbs.AST.Node;
type Program = hbs.AST.Program;
type Helpers = Readonly<Record<string, (...args: never[]) => unknown>>;

/** What names mean at one place of a template. */
interface Frame {
  /** Contexts from the innermost outwards; a block that keeps the context adds none. */
  contexts: readonly unknown[];
  /** `@root`, `@index` and the like. */
  data: Readonly<Record<string, unknown>>;
  /** Names given by `as |name|`. */
  locals: Readonly<Record<string, unknown>>;
}

/** What a template may use besides the view. */
export interface Means {
  helpers: Helpers;
  partials: Readonly<Record<string, Program>>;
}

/** Partials within partials; deeper ones call themselves. */
const DEEPEST = 50;

const missing = (node: Node, what: string): Error => new Error(`"${what}" is not there - ${node.loc.start.line}:${node.loc.start.column}`);

const isPath = (node: Node): node is hbs.AST.PathExpression => node.type === "PathExpression";

/** One step of a path. Only what a value has by itself is reached, never what its prototype has. */
const step = (value: unknown, part: string, node: Node, path: string): unknown => {
  if (value !== null && typeof value === "object" && Object.hasOwn(value, part)) return (value as Record<string, unknown>)[part];
  throw missing(node, path);
};

const resolve = (path: hbs.AST.PathExpression, { contexts, data, locals }: Frame): unknown => {
  const [first = "", ...rest] = path.parts;
  const follow = (start: unknown, parts: readonly string[]) => parts.reduce((value, part) => step(value, part, path, path.original), start);
  if (path.data) return follow(step(data, first, path, path.original), rest);
  if (path.depth === 0 && Object.hasOwn(locals, first)) return follow(locals[first], rest);
  if (path.depth >= contexts.length) throw missing(path, path.original);
  return follow(contexts[path.depth], path.parts);
};

const isNothing = (value: unknown): boolean => (!value && value !== 0) || (Array.isArray(value) && value.length === 0);

const entered = (frame: Frame, context: unknown, more: Partial<Frame> = {}): Frame => ({
  ...frame,
  contexts: context === frame.contexts[0] ? frame.contexts : [context, ...frame.contexts],
  ...more,
});

/** Renders templates by walking their syntax trees: nothing is compiled to code, so no policy need allow that. */
class Interpreter {
  private depth = 0;

  constructor(private readonly means: Means) {}

  value(node: Node, frame: Frame): unknown {
    if (isPath(node)) return resolve(node, frame);
    if (node.type === "SubExpression") return this.call(node as hbs.AST.SubExpression, frame);
    return (node as hbs.AST.Literal & { value?: unknown }).value;
  }

  private call({ path, params }: hbs.AST.SubExpression | hbs.AST.MustacheStatement, frame: Frame): unknown {
    const name = isPath(path) ? path.original : "";
    if (!Object.hasOwn(this.means.helpers, name)) throw missing(path, name);
    return this.means.helpers[name]!(...(params.map((param) => this.value(param, frame)) as never[]));
  }

  private mustache(node: hbs.AST.MustacheStatement, frame: Frame): string {
    const isHelper = node.params.length > 0 || !isPath(node.path);
    const value = isHelper ? this.call(node, frame) : this.value(node.path, frame);
    return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  }

  private each(node: hbs.AST.BlockStatement, value: unknown, frame: Frame): string {
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    if (list.length === 0) return this.program(node.inverse, frame);
    const [one, at] = node.program?.blockParams ?? [];
    return list
      .map((item, index) => {
        const locals = { ...frame.locals, ...(one !== undefined && { [one]: item }), ...(at !== undefined && { [at]: index }) };
        const data = { ...frame.data, index, key: index, first: index === 0, last: index === list.length - 1 };
        return this.program(node.program, entered(frame, item, { data, locals }));
      })
      .join("");
  }

  private block(node: hbs.AST.BlockStatement, frame: Frame): string {
    const name = isPath(node.path) ? node.path.original : "";
    const value = node.params[0] && this.value(node.params[0], frame);
    if (name === "each") return this.each(node, value, frame);
    // For `if` a zero is nothing as well; for `with` it is something to be in.
    const nothing = isNothing(value) || (name !== "with" && !value);
    if (nothing === (name !== "unless")) return this.program(node.inverse, frame);
    if (name !== "with") return this.program(node.program, frame);
    const [local] = node.program?.blockParams ?? [];
    return this.program(node.program, entered(frame, value, local === undefined ? {} : { locals: { ...frame.locals, [local]: value } }));
  }

  private partial(node: hbs.AST.PartialStatement, frame: Frame): string {
    const name = isPath(node.name) ? node.name.original : "";
    if (!Object.hasOwn(this.means.partials, name)) throw missing(node, name);
    if (this.depth >= DEEPEST) throw new Error(`the partial ${name} calls itself without end - ${node.loc.start.line}:${node.loc.start.column}`);
    this.depth++;
    const context = node.params[0] ? this.value(node.params[0], frame) : frame.contexts[0];
    const text = this.program(this.means.partials[name], { contexts: [context], data: frame.data, locals: {} });
    this.depth--;
    return text;
  }

  private statement(node: Node, frame: Frame): string {
    if (node.type === "ContentStatement") return (node as hbs.AST.ContentStatement).value;
    if (node.type === "MustacheStatement") return this.mustache(node as hbs.AST.MustacheStatement, frame);
    if (node.type === "BlockStatement") return this.block(node as hbs.AST.BlockStatement, frame);
    if (node.type === "PartialStatement") return this.partial(node as hbs.AST.PartialStatement, frame);
    return "";
  }

  program(program: Program | undefined, frame: Frame): string {
    return program ? program.body.map((node) => this.statement(node, frame)).join("") : "";
  }
}

/**
 * The text that a checked template gives for a view, as Handlebars' own compiler would have it (strict, nothing escaped,
 * partials not indented).
 * @throws Error where a name leads nowhere; the message ends in line and column
 */
export const interpret = (program: ReturnType<typeof Handlebars.parse>, view: object, means: Means): string =>
  new Interpreter(means).program(program, { contexts: [view], data: { root: view }, locals: {} });
