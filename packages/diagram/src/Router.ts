import { CLEARANCE, portsOf } from "./lanes.js";
import type { Box, Point } from "./layOut.js";
import { Queue } from "./Queue.js";

/** What a line costs besides its length. */
const COSTS = { bend: 24, crossing: 30, alongAnother: 220, usedPort: 90, offCentre: 0.15 };
/** Steps for all lines of a drawing; what is left after that runs straight. */
const MOST_STEPS = 1_500_000;

/** A place where a line may begin or end: at the edge of a component, and the crossing that it is reached by. */
interface Port {
  name: string;
  at: Point;
  vertex: number;
  upright: boolean;
  cost: number;
}

const sorted = (values: Iterable<number>): number[] => [...new Set(values)].toSorted((a, b) => a - b);

/**
 * Finds ways for lines along lanes, with right angles, around all obstacles. A line avoids others: where it must, it
 * crosses them, and only where there is no room it runs along one. Lines found first have the shortest ways.
 */
export class Router {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  /** By direction (across, down) and crossing: whether the way to the next crossing is closed, and how many lines run there. */
  readonly #closed: readonly [Uint8Array, Uint8Array];
  readonly #lines: readonly [Uint8Array, Uint8Array];
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #ports = new Map<string, Port[]>();
  readonly #usedPorts = new Set<string>();
  #steps = 0;

  constructor(lanes: { across: readonly number[]; down: readonly number[] }, components: ReadonlyMap<string, Box>, titles: readonly Box[]) {
    this.#boxes = components;
    const ports = [...components.values()].map(portsOf);
    this.#xs = sorted([...lanes.across, ...ports.flatMap(({ along }) => along)]);
    this.#ys = sorted([...lanes.down, ...ports.flatMap(({ upright }) => upright)]);
    const size = this.#xs.length * this.#ys.length;
    this.#closed = [new Uint8Array(size), new Uint8Array(size)];
    this.#lines = [new Uint8Array(size), new Uint8Array(size)];
    for (const box of [...components.values(), ...titles]) this.#close(box);
    for (const [id, box] of components) this.#ports.set(id, this.#portsAt(id, box, lanes));
  }

  #vertex(column: number, row: number): number {
    return row * this.#xs.length + column;
  }

  #pointOf(vertex: number): Point {
    return { x: this.#xs[vertex % this.#xs.length]!, y: this.#ys[Math.floor(vertex / this.#xs.length)]! };
  }

  /** No line goes through a box. */
  #close({ x, y, width, height }: Box): void {
    const [xs, ys] = [this.#xs, this.#ys];
    for (let row = 0; row < ys.length; row += 1) {
      if (ys[row]! >= y + height || (ys[row + 1] ?? Infinity) <= y) continue;
      for (let column = 0; column < xs.length; column += 1) {
        if (xs[column]! >= x + width || (xs[column + 1] ?? Infinity) <= x) continue;
        const vertex = this.#vertex(column, row);
        if (ys[row]! > y) this.#closed[0][vertex] = 1;
        if (xs[column]! > x) this.#closed[1][vertex] = 1;
      }
    }
  }

  #portsAt(id: string, box: Box, { across, down }: { across: readonly number[]; down: readonly number[] }): Port[] {
    const { along, upright } = portsOf(box);
    const [above, below] = [down.findLast((lane) => lane < box.y)!, down.find((lane) => lane > box.y + box.height)!];
    const [left, right] = [across.findLast((lane) => lane < box.x)!, across.find((lane) => lane > box.x + box.width)!];
    const port = (side: string, at: Point, x: number, y: number, isUpright: boolean, off: number): Port => ({
      name: `${id} ${side} ${off}`,
      at,
      vertex: this.#vertex(this.#xs.indexOf(x), this.#ys.indexOf(y)),
      upright: isUpright,
      cost: Math.abs(off) * COSTS.offCentre,
    });
    return [
      ...along.flatMap((x) => {
        const off = x - box.x - box.width / 2;
        return [port("top", { x, y: box.y }, x, above, true, off), port("bottom", { x, y: box.y + box.height }, x, below, true, off)];
      }),
      ...upright.flatMap((y) => {
        const off = y - box.y - box.height / 2;
        return [port("left", { x: box.x, y }, left, y, false, off), port("right", { x: box.x + box.width, y }, right, y, false, off)];
      }),
    ];
  }

  #portCost({ name, cost }: Port): number {
    return cost + (this.#usedPorts.has(name) ? COSTS.usedPort : 0);
  }

  /** The crossings beside one, in a direction, and the way to each. */
  #stepsFrom(vertex: number, direction: number): [to: number, way: number][] {
    const [width, closed] = [this.#xs.length, this.#closed[direction]!];
    const [far, at, most] = direction === 0 ? [1, vertex % width, width] : [width, vertex, closed.length];
    const steps: [number, number][] = [];
    if (at + far < most && !closed[vertex]) steps.push([vertex + far, vertex]);
    if (at >= far && !closed[vertex - far]) steps.push([vertex - far, vertex - far]);
    return steps;
  }

  #stepCost(from: number, to: number, direction: number, way: number): number {
    const [a, b] = [this.#pointOf(from), this.#pointOf(to)];
    const across = this.#lines[1 - direction]!;
    const isCrossing = across[to]! > 0 || across[to - (direction === 0 ? this.#xs.length : 1)]! > 0;
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (this.#lines[direction]![way]! > 0 ? COSTS.alongAnother : 0) + (isCrossing ? COSTS.crossing : 0);
  }

  /** What a way costs at least from a crossing to a box. */
  #atLeast(vertex: number, { x, y, width, height }: Box): number {
    const point = this.#pointOf(vertex);
    return Math.max(0, x - point.x, point.x - x - width) + Math.max(0, y - point.y, point.y - y - height) - CLEARANCE;
  }

  /** The crossings of the cheapest way, first to last, with the ports at its ends. */
  #cheapest(starts: readonly Port[], goals: readonly Port[], target: Box): { start: Port; end: Port; vertices: number[] } | undefined {
    const goalAt = new Map<number, Port>();
    for (const goal of goals) goalAt.set(goal.vertex * 2 + Number(goal.upright), goal);
    const costs = new Map<number, number>();
    const before = new Map<number, number | Port>();
    const queue = new Queue();
    let end: { port: Port; state: number; cost: number } | undefined;
    const reach = (state: number, cost: number, from: number | Port): void => {
      if (cost >= (costs.get(state) ?? Infinity)) return;
      costs.set(state, cost);
      before.set(state, from);
      queue.add(state, cost + this.#atLeast(state >> 1, target));
    };
    for (const port of starts) reach(port.vertex * 2 + Number(port.upright), this.#portCost(port), port);
    const done = new Set<number>();
    for (let state = queue.take(); state !== undefined; state = queue.take()) {
      const cost = costs.get(state)!;
      if (end && cost + this.#atLeast(state >> 1, target) >= end.cost) break;
      if (done.has(state)) continue;
      done.add(state);
      if ((this.#steps += 1) > MOST_STEPS) return undefined;
      const goal = goalAt.get(state);
      if (goal && cost + this.#portCost(goal) < (end?.cost ?? Infinity)) end = { port: goal, state, cost: cost + this.#portCost(goal) };
      const vertex = state >> 1;
      const direction = state & 1;
      reach(state ^ 1, cost + COSTS.bend, state);
      for (const [to, way] of this.#stepsFrom(vertex, direction)) reach(to * 2 + direction, cost + this.#stepCost(vertex, to, direction, way), state);
    }
    if (!end) return undefined;
    const vertices: number[] = [];
    let at: number | Port = end.state;
    while (typeof at === "number") {
      // A bend stays where it is and turns.
      if (vertices[0] !== at >> 1) vertices.unshift(at >> 1);
      at = before.get(at)!;
    }
    return { start: at, end: end.port, vertices };
  }

  #remember(vertices: readonly number[]): void {
    for (let index = 1; index < vertices.length; index += 1) {
      const [a, b] = [Math.min(vertices[index - 1]!, vertices[index]!), Math.max(vertices[index - 1]!, vertices[index]!)];
      this.#lines[b - a === 1 ? 0 : 1][a]! += 1;
    }
  }

  /** The points of a line from one component to another; nothing where there is no way, or no time left to find it. */
  route(from: string, to: string): Point[] | undefined {
    const way = this.#cheapest(this.#ports.get(from)!, this.#ports.get(to)!, this.#boxes.get(to)!);
    if (!way) return undefined;
    this.#remember(way.vertices);
    this.#usedPorts.add(way.start.name).add(way.end.name);
    return withoutStops([way.start.at, ...way.vertices.map((vertex) => this.#pointOf(vertex)), way.end.at]);
  }
}

/** Only the ends and the bends of a line. */
const withoutStops = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
