import type { Severity } from "@strideml/plugin-kit";

/** What is drawn: each part has its own look. */
export type Part = "boundary" | "boundary-text" | "flow" | "arrow-head" | "flow-ground" | "flow-text" | "ground" | "node" | "node fill" | "node-text" | "badge" | "badge-text";

/** The highest severity on a component, or none. */
export type Band = Severity | "none";

/** The look of a part as attributes of SVG. */
export type Paint = (part: Part, band?: Band) => string;

/** By class, for pages that bring a style sheet of their own. */
export const byClass: Paint = (part, band) => `class="${part}${band === undefined || part === "ground" ? "" : ` ${band}`}"`;

/** The bands differ in lightness too, so that they survive print and colour blindness. */
export const BAND_COLOURS: Record<Band, string> = { critical: "#9b1c31", high: "#c4570c", medium: "#9a7a00", low: "#3f6f52", none: "#8a94a3" };

const FONT = `font-family="Liberation Sans, Arial, Helvetica, sans-serif"`;
const QUIET = "#5a6675";

const LOOKS: Record<Part, (colour: string) => string> = {
  boundary: () => `fill="none" stroke="${QUIET}" stroke-dasharray="6 4"`,
  "boundary-text": () => `${FONT} font-size="12" font-weight="600" fill="${QUIET}"`,
  flow: () => `fill="none" stroke="${QUIET}" stroke-width="1.2" stroke-opacity="0.75"`,
  "arrow-head": () => `fill="${QUIET}"`,
  "flow-ground": () => `fill="#ffffff"`,
  "flow-text": () => `${FONT} font-size="9.5" fill="${QUIET}"`,
  ground: () => `fill="#f4f6f9"`,
  node: (colour) => `stroke="${colour}" stroke-width="1.6"`,
  "node fill": (colour) => `fill="#f4f6f9" stroke="${colour}" stroke-width="1.6"`,
  "node-text": () => `${FONT} font-size="13" fill="#1c2430"`,
  badge: (colour) => `fill="${colour}"`,
  "badge-text": () => `${FONT} font-size="11" font-weight="700" fill="#ffffff"`,
};

/** By attributes alone, for a file that stands on its own: light, with fonts that every viewer has. */
export const byAttribute: Paint = (part, band = "none") => LOOKS[part](BAND_COLOURS[band]);
