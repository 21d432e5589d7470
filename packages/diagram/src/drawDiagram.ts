import type { ThreatModel } from "@strideml/plugin-kit";
import { drawNode } from "./drawNode.js";
import { escapeXml } from "./escapeXml.js";
import type { Layout } from "./layOut.js";
import type { Paint } from "./paint.js";

const CORNER = 14;
/** About as many characters as a frame is wide. */
const charactersIn = (width: number) => Math.max(12, Math.floor(width / 6));

const clipped = (title: string, most: number): string => {
  const characters = Array.from(title);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : title;
};

const drawFrame = ({ boundary, x, y, width, height }: Layout["frames"][number], paint: Paint): string =>
  `<g><rect ${paint("boundary")} x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/><text ${paint("boundary-text")} x="${x + 10}" y="${y + CORNER}">${escapeXml(clipped(boundary.title, charactersIn(width)))}</text></g>`;

const drawArrow = ({ flow, points }: Layout["arrows"][number], paint: Paint): string => {
  const path = points.map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y}`).join("");
  return `<g><title>${escapeXml(flow.data)}</title><path ${paint("flow")} d="${path}" marker-end="url(#arrow)"/></g>`;
};

/** What stands inside the `svg` element: the head of the arrows, frames, arrows, and components on top. */
export const drawDiagram = (layout: Layout, threats: ThreatModel["threats"], paint: Paint): string => {
  const marker = `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path ${paint("arrow-head")} d="M0 0L8 4L0 8z"/></marker></defs>`;
  const nodes = layout.nodes.map((node) =>
    drawNode(
      node,
      threats.filter((finding) => finding.component === node.component.id),
      paint,
    ),
  );
  return [marker, ...layout.frames.map((frame) => drawFrame(frame, paint)), ...layout.arrows.map((arrow) => drawArrow(arrow, paint)), ...nodes].join("");
};
