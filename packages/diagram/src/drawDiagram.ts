import type { Boundary, Flow, ThreatModel } from "@strideml/plugin-kit";
import { clip } from "./clip.js";
import { drawNode, TOOLTIP } from "./drawNode.js";
import { escapeXml } from "./escapeXml.js";
import { LETTER, titleOf } from "./lanes.js";
import { type Box, type Layout, layOut, type Point, type Spacing } from "./layOut.js";
import type { Paint } from "./paint.js";
import { placeNumbers } from "./placeNumbers.js";

const NODE = { width: 150, height: 54 };
const SPACING: Spacing = { sizes: { actor: NODE, process: NODE, store: NODE }, beside: 58, below: 74, margin: 4 };

const CORNER = 14;
/** About as many characters as a frame is wide. */
const charactersIn = (width: number) => Math.max(12, Math.floor(width / LETTER));

const drawFrame = ({ title }: Boundary, { x, y, width, height }: Box, paint: Paint): string =>
  `<g><rect ${paint("boundary")} x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/><text ${paint("boundary-text")} x="${x + 10}" y="${y + CORNER}">${escapeXml(clip(title, charactersIn(width)))}</text></g>`;

const drawArrow = (flow: Flow, points: readonly Point[], paint: Paint): string => {
  const path = points.map((point, index) => `${index === 0 ? "M" : "L"}${point.x} ${point.y}`).join("");
  return `<g><title>${escapeXml(clip(flow.data, TOOLTIP))}</title><path ${paint("flow")} d="${path}" marker-end="url(#arrow)"/></g>`;
};

/** Flows are numbered in their order, as tables beside the drawing have them. */
const drawNumber = ({ x, y }: Point, number: number, paint: Paint): string =>
  `<rect ${paint("flow-ground")} x="${x - 7}" y="${y - 6}" width="14" height="12" rx="3"/><text ${paint("flow-text")} x="${x}" y="${y + 3}" text-anchor="middle">${number}</text>`;

/** A drawing without its `svg` element. */
export interface Drawing extends Pick<Layout, "width" | "height"> {
  inside: string;
}

/** Draws the head of the arrows, frames, arrows, and components on top. */
export const drawDiagram = ({ architecture, threats }: Pick<ThreatModel, "architecture" | "threats">, paint: Paint): Drawing => {
  const { width, height, zones, flows, components } = layOut(architecture, SPACING);
  const marker = `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path ${paint("arrow-head")} d="M0 0L8 4L0 8z"/></marker></defs>`;
  const frames = architecture.boundaries.map((boundary) => drawFrame(boundary, zones.get(boundary.id)!, paint));
  const arrows = architecture.flows.map((flow) => drawArrow(flow, flows.get(flow.id)!, paint));
  const titles = architecture.boundaries.map(({ id, title }) => titleOf(zones.get(id)!, title));
  const spots = placeNumbers({ components, flows }, titles);
  const numbers = architecture.flows.map(({ id }, index) => drawNumber(spots.get(id)!, index + 1, paint));
  const findingsAt = (id: string) => threats.filter((finding) => finding.component === id);
  const nodes = architecture.components.map((component) => drawNode(component, components.get(component.id)!, findingsAt(component.id), paint));
  return { width, height, inside: [marker, ...frames, ...arrows, ...numbers, ...nodes].join("") };
};
