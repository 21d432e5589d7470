import { ImageRun, Paragraph } from "docx";
import { strToU8 } from "fflate";
import type { Figure } from "../document/figureOf.js";
import type { FigureName } from "../figures/figures.js";
import { inlineStyle } from "../figures/inlineStyle.js";
import { readShapes } from "../figures/readShapes.js";
import { FONT } from "./styles.js";
import { toEmf } from "./toEmf.js";

/** Pixels of Word in a point. */
const PIXELS = 96 / 72;

/** How large a figure may be on the page, in points. */
const LARGEST: Record<FigureName, { width: number; height: number }> = {
  stride: { width: 440, height: 300 },
  matrix: { width: 260, height: 260 },
  dfd: { width: 480, height: 640 },
};

/**
 * A figure that is sharp at every size: SVG for readers that show it (Word since 2016, LibreOffice since 7.6), a
 * metafile for all others. The library calls the latter a PNG; `normalise` gives it its own name.
 */
export const figure = ({ name, alternative, svg }: Figure): Paragraph => {
  const styled = inlineStyle(svg, FONT);
  const shapes = readShapes(styled);
  const points = Math.min(LARGEST[name].width / shapes.width, LARGEST[name].height / shapes.height, 1);
  const image = new ImageRun({
    type: "svg",
    data: strToU8(styled),
    fallback: { type: "png", data: toEmf(shapes, points) },
    transformation: { width: shapes.width * points * PIXELS, height: shapes.height * points * PIXELS },
    altText: { name, description: alternative, title: "" },
  });
  return new Paragraph({ style: "Figure", children: [image] });
};
