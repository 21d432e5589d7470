import type { Arrangement, Block, Cell } from "./arrange.js";
import type { Box, Size, Spacing } from "./layOut.js";

/** From a component to the frame around its zone, and further up for the title of the frame. */
const PADDING = 16;
const TITLE = 16;
/** Width of a letter of a title. */
export const LETTER = 6.6;
/** Lines keep this far from what they pass. */
export const CLEARANCE = 8;
/** Lines beside one another in a gap between two frames. */
const BESIDE = 4;
/** Places at each side of a component where lines begin and end, as parts of its length; its upper right corner is kept free. */
const ALONG = [0.18, 0.34, 0.5, 0.66, 0.82];
const UPRIGHT = [0.36, 0.58, 0.8];

/** One direction of the raster: where the components of each column (or row) begin and how long they may be. */
export interface Axis {
  starts: number[];
  length: number;
  /** Where lines may run along the gaps, from the first gap to the last. */
  lanes: number[];
}

const spread = (from: number, to: number, count: number): number[] => Array.from({ length: count }, (_, index) => Math.round(from + ((index + 0.5) * (to - from)) / count));

/** Lanes of one gap: one beside the component before it, one beside that after it, and some between the frames. */
const lanesIn = (from: number, to: number, title: number): number[] => [from + CLEARANCE, ...spread(from + PADDING + 2, to - PADDING - title - 2, BESIDE), to - CLEARANCE];

const axisOf = (count: number, length: number, gap: number, margin: number, title: number): Axis => {
  const first = margin + PADDING + title;
  const starts = Array.from({ length: count }, (_, index) => first + index * (length + gap));
  const end = first + count * length + (count - 1) * gap;
  const outer = [...spread(margin - CLEARANCE * 2, margin - 2, 2), first - CLEARANCE];
  const lanes = [
    ...outer,
    ...starts.slice(1).flatMap((start) => lanesIn(start - gap, start, title)),
    end + CLEARANCE,
    ...spread(end + PADDING + 2, end + PADDING + CLEARANCE * 2, 2),
  ];
  return { starts, length, lanes };
};

/** The raster in the units of the drawing. */
export interface Raster extends Size {
  across: Axis;
  down: Axis;
  boxOf: (cell: Cell, size: Size) => Box;
  frameOf: (block: Block) => Box;
}

/** Puts the raster into the units of a drawing; components are centred in their cells. */
export const rasterOf = ({ columns, rows }: Arrangement, { sizes, beside, below, margin }: Spacing): Raster => {
  const all = Object.values(sizes);
  const [width, height] = [Math.max(...all.map((size) => size.width)), Math.max(...all.map((size) => size.height))];
  const edge = margin + 2 * CLEARANCE;
  const across = axisOf(columns, width, beside, edge, 0);
  const down = axisOf(rows, height, below, edge, TITLE);
  return {
    across,
    down,
    width: across.starts.at(-1)! + width + PADDING + edge,
    height: down.starts.at(-1)! + height + PADDING + edge,
    boxOf: ({ column, row }, size) => ({
      x: Math.round(across.starts[column]! + (width - size.width) / 2),
      y: Math.round(down.starts[row]! + (height - size.height) / 2),
      ...size,
    }),
    frameOf: (block) => {
      const [x, y] = [across.starts[block.column]! - PADDING, down.starts[block.row]! - PADDING - TITLE];
      return {
        x,
        y,
        width: across.starts[block.column + block.columns - 1]! + width + PADDING - x,
        height: down.starts[block.row + block.rows - 1]! + height + PADDING - y,
      };
    },
  };
};

/** Where the title of a frame stands, which no line may cross; the letters of titles are some 6.6 units wide. */
export const titleOf = ({ x, y, width }: Box, title: string): Box => ({ x: x + 4, y: y + 2, width: Math.min(width - 8, 14 + title.length * LETTER), height: TITLE });

/** Where lines may begin or end at a component, by the coordinate along each side. */
export const portsOf = ({ x, y, width, height }: Box): { along: number[]; upright: number[] } => ({
  along: ALONG.map((part) => Math.round(x + width * part)),
  upright: UPRIGHT.map((part) => Math.round(y + height * part)),
});
