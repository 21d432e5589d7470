import type { Content } from "pdfmake/interfaces.js";
import type { Figure } from "../document/figureOf.js";
import type { FigureName } from "../figures/figures.js";
import { inlineStyle } from "../figures/inlineStyle.js";
import { drawable } from "./drawable.js";
import { TEXT_WIDTH } from "./look.js";
import { type Tag, tagIn } from "./Tag.js";

/** How large a figure may be on the page, in points. */
const LARGEST: Record<FigureName, [number, number]> = { stride: [320, 300], matrix: [250, 250], dfd: [TEXT_WIDTH, 640] };

/** A figure as vectors. Its words are in the letters of the font; what it shows is said by its tag. */
export const figure = ({ name, alternative, svg }: Figure, above: Tag): Content => {
  const drawn = drawable(inlineStyle(svg.replace(/<(title|desc)>[^]*?<\/\1>/g, ""), "Roboto"));
  const content = { svg: drawn, fit: LARGEST[name], margin: [0, 6, 0, 8], tag: tagIn(above, "Figure", alternative) };
  return content as unknown as Content;
};
