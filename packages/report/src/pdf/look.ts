import { PALETTE } from "../document/palette.js";

/** A4 portrait, in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 50 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

export const BODY_SIZE = 9.5;
export const TABLE_SIZE = 8;
export const LINE_HEIGHT = 1.25;

/** How each depth of heading is set, and how much of what follows stays on its page, in points. */
export const HEADINGS = [
  { size: 20, above: 0, below: 8, color: PALETTE.ink },
  { size: 15, above: 22, below: 8, color: PALETTE.ink },
  { size: 12, above: 16, below: 5, color: PALETTE.ink },
  { size: 10.5, above: 13, below: 3, color: PALETTE.ink },
  { size: 9.5, above: 10, below: 3, color: PALETTE.quiet },
  { size: 9.5, above: 10, below: 3, color: PALETTE.quiet },
] as const;

/** Room that a heading needs below it, so that it does not stand alone at the foot of a page. */
export const KEPT_BELOW = 60;
