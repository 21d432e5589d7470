import { arrowHead, dashes, outline, type Point } from "../figures/outline.js";
import type { Shape, Shapes } from "../figures/readShapes.js";
import { EmfWriter } from "./EmfWriter.js";
import { FONT } from "./styles.js";

const numberOf = ({ attributes }: Shape, name: string, otherwise: number): number => Number(attributes.get(name) ?? otherwise);

/** A metafile knows no transparency: the colour is mixed with the white of the paper. */
const mixed = (color: string, opacity: number): string =>
  `#${[1, 3, 5]
    .map((at) => Math.round(255 + (Number.parseInt(color.slice(at, at + 2), 16) - 255) * opacity))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;

const colorOf = (shape: Shape, name: "fill" | "stroke"): string | undefined => {
  const color = shape.attributes.get(name) ?? "none";
  return color === "none" ? undefined : mixed(color, numberOf(shape, `${name}-opacity`, 1));
};

const closing = (line: readonly Point[], closed: boolean): Point[] => (closed ? [...line, line[0]!] : [...line]);

const write = (shape: Shape, emf: EmfWriter): void =>
  emf.text(shape.text, { x: numberOf(shape, "x", 0), y: numberOf(shape, "y", 0) }, FONT, {
    size: numberOf(shape, "font-size", 14),
    bold: shape.attributes.has("font-weight"),
    color: colorOf(shape, "fill")!,
    align: (shape.attributes.get("text-anchor") ?? "start") as "start",
    turned: shape.attributes.get("transform")?.startsWith("rotate(-90") ?? false,
  });

const draw = (shape: Shape, emf: EmfWriter): void => {
  const { closed, lines } = outline(shape);
  const [fill, stroke] = [colorOf(shape, "fill"), colorOf(shape, "stroke")];
  const pattern = shape.attributes.get("stroke-dasharray")?.split(" ").map(Number);
  for (const line of lines) {
    if (closed && fill !== undefined) emf.polygon(line, fill);
    if (stroke === undefined) continue;
    const whole = closing(line, closed);
    for (const piece of pattern ? dashes(whole, pattern) : [whole]) emf.polyline(piece, stroke, numberOf(shape, "stroke-width", 1));
    if (shape.attributes.has("marker-end")) emf.polygon(arrowHead(line), stroke);
  }
};

/** A figure as an Enhanced Metafile; `points` is the length of a unit of the figure on paper. */
export const toEmf = ({ width, height, shapes }: Shapes, points: number): Uint8Array => {
  const emf = new EmfWriter(width, height);
  for (const shape of shapes) {
    if (shape.element === "text") write(shape, emf);
    else draw(shape, emf);
  }
  return emf.finish(points);
};
