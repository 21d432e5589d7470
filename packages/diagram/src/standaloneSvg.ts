import type { ThreatModel } from "@strideml/plugin-kit";
import { clip } from "./clip.js";
import { drawDiagram } from "./drawDiagram.js";
import { TOOLTIP } from "./drawNode.js";
import { escapeXml } from "./escapeXml.js";
import { byAttribute } from "./paint.js";

/** In characters; a hundred components with their flows in ordinary words stay below. */
const LONGEST_DESCRIPTION = 20_000;

const inWords = ({ components, flows, boundaries }: ThreatModel["architecture"]): string => {
  const titles = new Map(components.map(({ id, title }) => [id, title]));
  const zones = boundaries.map(({ id, title }) => `${title}: ${components.flatMap((component) => (component.zone === id ? [component.title] : [])).join(", ") || "nothing"}`);
  return [...zones, ...flows.map(({ from, to, data }) => `${titles.get(from) ?? from} to ${titles.get(to) ?? to}: ${data}`)].join(". ");
};

/**
 * The data-flow diagram as an SVG file that stands on its own: light, no style sheet, no script, nothing loaded.
 * The description says in words what the drawing shows. Source: W3C, SVG 1.1, section 5.4.
 */
export const standaloneSvg = ({ system, architecture, threats }: Pick<ThreatModel, "system" | "architecture" | "threats">): string => {
  const { width, height, inside } = drawDiagram({ architecture, threats }, byAttribute);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" ${size}><title id="title">${escapeXml(`Data-flow diagram: ${clip(system.name, TOOLTIP)}`)}</title><desc id="desc">${escapeXml(clip(inWords(architecture), LONGEST_DESCRIPTION))}</desc><rect width="100%" height="100%" fill="#ffffff"/>${inside}</svg>
`;
};
