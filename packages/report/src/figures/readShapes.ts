/** One element of a figure, in the figure's own units. Lines of text are elements of their own. */
export interface Shape {
  element: "rect" | "circle" | "line" | "path" | "text";
  attributes: ReadonlyMap<string, string>;
  /** The words of a text. */
  text: string;
}

export interface Shapes {
  width: number;
  height: number;
  shapes: Shape[];
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const unescape = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

const attributesOf = (written: string): Map<string, string> => new Map([...written.matchAll(/ ([\w-]+)="([^"]*)"/g)].map((match) => [match[1]!, unescape(match[2]!)]));

const linesOf = (attributes: Map<string, string>, content: string): Shape[] => {
  const lines = [...content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
  if (lines.length === 0) return [{ element: "text", attributes, text: unescape(content) }];
  return lines.map(([, written, text]) => ({ element: "text", attributes: new Map([...attributes, ...attributesOf(written!)]), text: unescape(text!) }));
};

const SHAPE = /<(rect|circle|line|path)((?: [\w-]+="[^"]*")*)\/>|<text((?: [\w-]+="[^"]*")*)>((?:[^<]|<\/?tspan[^>]*>)*)<\/text>/g;

/**
 * The shapes of a figure in the order in which they are painted. Reads the SVG that this package draws (after
 * `inlineStyle`), which is made of rectangles, circles, lines, paths and texts, without groups that move or colour them.
 */
export const readShapes = (svg: string): Shapes => {
  const [width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
  const painted = svg.replace(/<(defs|title|desc)>[^]*?<\/\1>/g, "");
  const shapes = [...painted.matchAll(SHAPE)].flatMap(([, element, written, textWritten, content]): Shape[] =>
    element === undefined ? linesOf(attributesOf(textWritten!), content!) : [{ element: element as Shape["element"], attributes: attributesOf(written!), text: "" }],
  );
  return { width, height, shapes };
};
