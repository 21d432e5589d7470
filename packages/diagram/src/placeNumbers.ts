import type { Box, Layout, Point } from "./layOut.js";

/** Half the size of a number of two digits and the ground that it stands on. */
const HALF = { width: 8, height: 6 };
/** Where on a stretch of a line a number may stand; the middle first. */
const PARTS = [0.5, 0.3, 0.7, 0.15, 0.85];
const COSTS = { line: 1, title: 6, number: 10, node: 20 };

const ground = ({ x, y }: Point): Box => ({ x: x - HALF.width, y: y - HALF.height, width: 2 * HALF.width, height: 2 * HALF.height });

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const stretchesOf = (line: readonly Point[]): Box[] =>
  line.slice(1).map((to, index) => {
    const from = line[index]!;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
  });

const spotsOn = (line: readonly Point[]): Point[] =>
  line.slice(1).flatMap((to, index) => {
    const from = line[index]!;
    return PARTS.map((part) => ({ x: Math.round(from.x + (to.x - from.x) * part), y: Math.round(from.y + (to.y - from.y) * part) }));
  });

/** Where the number of each flow stands: on its line, where it hides as little of anything else as there is room for. */
export const placeNumbers = ({ components, flows }: Pick<Layout, "components" | "flows">, titles: readonly Box[]): Map<string, Point> => {
  const stretches = new Map([...flows].map(([id, line]) => [id, stretchesOf(line)]));
  const placed = new Map<string, Point>();
  const among = (box: Box, boxes: Iterable<Box>): number => {
    let count = 0;
    for (const each of boxes) if (overlap(box, each)) count += 1;
    return count;
  };
  const costAt = (spot: Point, own: string): number => {
    const box = ground(spot);
    let crossed = 0;
    for (const [id, mine] of stretches) if (id !== own) crossed += among(box, mine);
    return COSTS.line * crossed + COSTS.title * among(box, titles) + COSTS.node * among(box, components.values()) + COSTS.number * among(box, [...placed.values()].map(ground));
  };
  for (const [id, line] of flows) {
    const [first, ...rest] = spotsOn(line).map((spot) => ({ spot, cost: costAt(spot, id) }));
    if (first) placed.set(id, rest.reduce((best, each) => (each.cost < best.cost ? each : best), first).spot);
  }
  return placed;
};
