import type { Architecture } from "@strideml/plugin-kit";

/** A place in the raster of a diagram. */
export interface Cell {
  column: number;
  row: number;
}

/** A rectangle of cells. */
export interface Block extends Cell {
  columns: number;
  rows: number;
}

/** Where everything stands in the raster: components in cells, zones as blocks of them. */
export interface Arrangement {
  columns: number;
  rows: number;
  cells: ReadonlyMap<string, Cell>;
  blocks: ReadonlyMap<string, Block>;
}

/** A zone while its place is sought: its components in reading order, `undefined` for an empty cell. */
interface Group {
  id: string;
  columns: number;
  members: (string | undefined)[];
}

type Flows = readonly { from: string; to: string }[];

/** Fewer columns keep the letters legible on a page, more keep a large system from growing long. */
const FEWEST_COLUMNS = 4;
/** A row more costs as much as flows that are this much longer, in cells. */
const ROW = 2.5;
/** A flow along a row or a column goes around each component that stands in its way. */
const DETOUR = 1;
/** Larger systems are left in the order in which they are given; steps times flows. */
const MOST_WORK = 1_500_000;

const rowsOf = ({ columns, members }: Group): number => Math.max(1, Math.ceil(members.length / columns));

/** Zones beside one another as long as there is room, then below. */
const pack = (groups: readonly Group[], columns: number): Arrangement => {
  const cells = new Map<string, Cell>();
  const blocks = new Map<string, Block>();
  let [left, top, height] = [0, 0, 0];
  for (const group of groups) {
    if (left + group.columns > columns) [left, top, height] = [0, top + height, 0];
    const rows = rowsOf(group);
    blocks.set(group.id, { column: left, row: top, columns: group.columns, rows });
    for (const [index, id] of group.members.entries())
      if (id !== undefined) cells.set(id, { column: left + (index % group.columns), row: top + Math.floor(index / group.columns) });
    left += group.columns;
    height = Math.max(height, rows);
  }
  return { columns, rows: top + height, cells, blocks };
};

/** What an arrangement costs: long flows, flows with components in their way, and height. */
const costOf = ({ columns, rows, cells }: Arrangement, flows: Flows): number => {
  const taken = new Set<number>();
  for (const { column, row } of cells.values()) taken.add(row * columns + column);
  let cost = rows * ROW;
  for (const { from, to } of flows) {
    const [a, b] = [cells.get(from)!, cells.get(to)!];
    const [across, down] = [b.column - a.column, b.row - a.row];
    cost += Math.abs(across) + Math.abs(down);
    if (across !== 0 && down !== 0) continue;
    const length = Math.abs(across + down);
    for (let step = 1; step < length; step += 1) if (taken.has((a.row + Math.sign(down) * step) * columns + a.column + Math.sign(across) * step)) cost += DETOUR;
  }
  return cost;
};

const swap = (list: unknown[], a: number, b: number): void => {
  [list[a], list[b]] = [list[b], list[a]];
};

/** Empty cells at the end of a zone's last row, so that components can move there. */
const filledUp = ({ id, members }: Group, columns: number): Group => {
  const real = members.filter((member) => member !== undefined);
  const room = Math.max(1, Math.ceil(real.length / columns)) * columns;
  return { id, columns, members: [...real, ...Array.from({ length: room - real.length }, () => undefined)] };
};

/** One step that can be undone by doing it again, or by what it returns. */
type Step = (groups: Group[]) => () => void;

const exchangeZones =
  (a: number, b: number): Step =>
  (groups) => {
    swap(groups, a, b);
    return () => swap(groups, a, b);
  };

const exchangeMembers =
  (id: string, a: number, b: number): Step =>
  (groups) => {
    const { members } = groups.find((group) => group.id === id)!;
    if (Math.max(a, b) >= members.length || members[a] === members[b]) return () => undefined;
    swap(members, a, b);
    return () => swap(members, a, b);
  };

const reshape =
  (id: string, columns: number): Step =>
  (groups) => {
    const at = groups.findIndex((group) => group.id === id);
    const before = groups[at]!;
    groups[at] = filledUp(before, columns);
    return () => void (groups[at] = before);
  };

const pairs = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_gap, b): [number, number] => [a, a + b + 1])).flat();

const stepsOf = (groups: readonly Group[], columns: number): Step[] => [
  ...pairs(groups.length).map(([a, b]) => exchangeZones(a, b)),
  ...groups.flatMap(({ id, members }) => [
    ...Array.from({ length: Math.min(columns, Math.max(1, members.length)) }, (_, index) => reshape(id, index + 1)),
    // A zone in another shape may have more cells than now.
    ...pairs(members.length + 2).map(([a, b]) => exchangeMembers(id, a, b)),
  ]),
];

/** Takes every step that makes the arrangement better, until none does. */
const improve = (groups: Group[], flows: Flows, columns: number): void => {
  const steps = stepsOf(groups, columns);
  let [best, work, better] = [costOf(pack(groups, columns), flows), 0, true];
  while (better) {
    better = false;
    for (const step of steps) {
      if ((work += flows.length + groups.length) > MOST_WORK) return;
      const undo = step(groups);
      const cost = costOf(pack(groups, columns), flows);
      if (cost < best - 1e-9) [best, better] = [cost, true];
      else undo();
    }
  }
};

/** Components without a zone stand by themselves, each in a block of its own. */
const groupsOf = ({ components, boundaries }: Architecture, columns: number): Group[] => {
  const known = new Set(boundaries.map(({ id }) => id));
  const zones = boundaries.map(({ id }) => ({ id: `zone ${id}`, members: components.flatMap((component) => (component.zone === id ? [component.id] : [])) }));
  const loose = components.filter(({ zone }) => zone === undefined || !known.has(zone)).map(({ id }) => ({ id: `loose ${id}`, members: [id] }));
  return [...zones, ...loose].map(({ id, members }) => filledUp({ id, columns: 1, members }, Math.max(1, Math.min(columns, members.length))));
};

/** Arranges an architecture in a raster so that flows are short and go around nothing. The same input gives the same raster. */
export const arrange = (architecture: Architecture): Arrangement => {
  const columns = Math.max(FEWEST_COLUMNS, Math.ceil(Math.sqrt(architecture.components.length * 0.7)));
  const groups = groupsOf(architecture, columns);
  improve(groups, architecture.flows, columns);
  const { blocks, ...rest } = pack(groups, columns);
  return { ...rest, blocks: new Map([...blocks].flatMap(([id, block]) => (id.startsWith("zone ") ? [[id.slice("zone ".length), block] as const] : []))) };
};
