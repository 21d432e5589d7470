import type { ThreatModel } from "@strideml/plugin-kit";
import { drawDiagram } from "./drawDiagram.js";
import { escapeXml } from "./escapeXml.js";
import { layOut } from "./layOut.js";
import { byAttribute } from "./paint.js";

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
  const layout = layOut(architecture);
  const size = `viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" ${size}><title id="title">${escapeXml(`Data-flow diagram: ${system.name}`)}</title><desc id="desc">${escapeXml(inWords(architecture))}</desc><rect width="100%" height="100%" fill="#ffffff"/>${drawDiagram(layout, threats, byAttribute)}</svg>
`;
};
