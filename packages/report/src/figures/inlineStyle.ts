import { BAND_COLORS, PALETTE } from "../document/palette.js";

type Attributes = Record<string, string | number>;

const BANDS = Object.entries(BAND_COLORS);

/** The rules of src/html/style.ts for figures: what each class means for what is filled, drawn and written. */
const RULES: Record<string, Attributes> = {
  ...Object.fromEntries(BANDS.map(([band, fill]) => [band, { fill }])),
  faint: { "fill-opacity": 0.3 },
  empty: { "fill-opacity": 0.14 },
  grid: { stroke: PALETTE.line, "stroke-dasharray": "2 3" },
  boundary: { fill: "none", stroke: PALETTE.quiet, "stroke-dasharray": "6 4" },
  flow: { fill: "none", stroke: PALETTE.quiet, "stroke-width": 1.2, "stroke-opacity": 0.75 },
  "arrow-head": { fill: PALETTE.quiet },
  "flow-ground": { fill: PALETTE.on },
  "flow-text": { fill: PALETTE.quiet, "font-size": 9.5 },
  ground: { fill: PALETTE.soft },
  tick: { fill: PALETTE.quiet, "font-size": 13 },
  axis: { fill: PALETTE.quiet, "font-size": 13 },
  count: { fill: PALETTE.on, "font-weight": "bold" },
  "badge-text": { fill: PALETTE.on, "font-weight": "bold", "font-size": 11 },
  "boundary-text": { fill: PALETTE.quiet, "font-weight": "bold", "font-size": 12 },
  "node-text": { "font-size": 13 },
};

/** Components are outlined, not filled, in the colour of their band. */
const nodeRule = (classes: readonly string[]): Attributes => ({
  fill: classes.includes("fill") ? PALETTE.soft : "none",
  stroke: BANDS.find(([band]) => classes.includes(band))?.[1] ?? PALETTE.quiet,
  "stroke-width": 1.6,
});

const attributesOf = (element: string, classes: readonly string[]): Attributes => {
  const basic: Attributes = element === "text" ? { fill: PALETTE.ink, "font-size": 14 } : {};
  return classes.includes("node") ? nodeRule(classes) : Object.assign(basic, ...classes.map((name) => RULES[name] ?? {}));
};

/**
 * A figure with its style in attributes, for readers of SVG that know no style sheets. Colours are those of light paper.
 * What an element says for itself stays.
 */
export const inlineStyle = (svg: string, font: string): string =>
  svg.replace(/<(text|rect|path|circle|line)((?: [\w-]+="[^"]*")*)/g, (_, element: string, written: string) => {
    const classes = / class="([^"]*)"/.exec(written)?.[1]?.split(" ") ?? [];
    const own = written.replace(/ class="[^"]*"/, "");
    const added = Object.entries(attributesOf(element, classes)).filter(([name]) => !own.includes(` ${name}="`));
    const family = element === "text" ? ` font-family="${font}"` : "";
    return `<${element}${own}${family}${added.map(([name, value]) => ` ${name}="${value}"`).join("")}`;
  });
