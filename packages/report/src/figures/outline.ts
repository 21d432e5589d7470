import type { Shape } from "./readShapes.js";

export interface Point {
  x: number;
  y: number;
}

/** Steps of a quarter of a circle. */
const STEPS = 6;
const ARROW = { length: 7, half: 3.5 };

const numberOf = ({ attributes }: Shape, name: string): number => Number(attributes.get(name) ?? 0);

/** A quarter of a circle around a centre, from an angle on, clockwise on paper. */
const quarter = (x: number, y: number, radius: number, from: number): Point[] =>
  Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = from + (Math.PI / 2) * (step / STEPS);
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });

const around = (left: number, top: number, width: number, height: number, round: number): Point[] => {
  const radius = Math.min(round, width / 2, height / 2);
  const [right, bottom] = [left + width, top + height];
  const corners: [number, number, number][] = [
    [right - radius, top + radius, -Math.PI / 2],
    [right - radius, bottom - radius, 0],
    [left + radius, bottom - radius, Math.PI / 2],
    [left + radius, top + radius, Math.PI],
  ];
  return corners.flatMap(([x, y, from]) => (radius === 0 ? [{ x, y }] : quarter(x, y, radius, from)));
};

const along = (path: string): Point[][] => {
  const lines: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command, first, second] of path.matchAll(/([MLHV])([-\d.]+)(?:[ ,]([-\d.]+))?/g)) {
    const value = Number(first);
    at = command === "H" ? { x: value, y: at.y } : command === "V" ? { x: at.x, y: value } : { x: value, y: Number(second) };
    if (command === "M") lines.push([at]);
    else lines.at(-1)?.push(at);
  }
  return lines;
};

/** What a shape covers or draws: closed outlines of areas, open lines of paths. Texts have none. */
export const outline = (shape: Shape): { closed: boolean; lines: Point[][] } => {
  const number = (name: string) => numberOf(shape, name);
  switch (shape.element) {
    case "rect":
      return { closed: true, lines: [around(number("x"), number("y"), number("width"), number("height"), number("rx"))] };
    case "circle":
      return { closed: true, lines: [around(number("cx") - number("r"), number("cy") - number("r"), 2 * number("r"), 2 * number("r"), number("r"))] };
    case "line":
      return {
        closed: false,
        lines: [
          [
            { x: number("x1"), y: number("y1") },
            { x: number("x2"), y: number("y2") },
          ],
        ],
      };
    case "path":
      return { closed: false, lines: along(shape.attributes.get("d") ?? "") };
    case "text":
      return { closed: false, lines: [] };
    default:
      return shape.element satisfies never;
  }
};

/** The head of the arrow at the end of a line. */
export const arrowHead = (line: readonly Point[]): Point[] => {
  const [before, end] = line.slice(-2);
  if (!before || !end) return [];
  const distance = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / distance, (end.y - before.y) / distance];
  const back = { x: end.x - dx * ARROW.length, y: end.y - dy * ARROW.length };
  return [end, { x: back.x - dy * ARROW.half, y: back.y + dx * ARROW.half }, { x: back.x + dy * ARROW.half, y: back.y - dx * ARROW.half }];
};

/** Cuts a line into dashes; `pattern` is the length of a dash and of the gap after it. */
export const dashes = (line: readonly Point[], [dash = 1, gap = 1]: readonly number[]): Point[][] => {
  const pieces: Point[][] = [];
  let [drawing, left] = [true, dash];
  let piece: Point[] = line.slice(0, 1);
  for (let index = 1; index < line.length; index += 1) {
    let from = line[index - 1]!;
    const to = line[index]!;
    for (let rest = Math.hypot(to.x - from.x, to.y - from.y); rest > left; rest = Math.hypot(to.x - from.x, to.y - from.y)) {
      from = { x: from.x + ((to.x - from.x) * left) / rest, y: from.y + ((to.y - from.y) * left) / rest };
      if (drawing) pieces.push([...piece, from]);
      drawing = !drawing;
      left = drawing ? dash : gap;
      piece = [from];
    }
    left -= Math.hypot(to.x - from.x, to.y - from.y);
    piece.push(to);
  }
  return drawing && piece.length > 1 ? [...pieces, piece] : pieces;
};
