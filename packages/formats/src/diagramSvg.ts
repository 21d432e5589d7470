import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { cutText } from "./cutText.js";
import { escapeXml } from "./escapeXml.js";
import { type Box, type Point, layoutOf } from "./layout.js";
import { wrapTitle } from "./wrapTitle.js";

const SIZE = { width: 150, height: 64 };
const SIZES = { actor: SIZE, process: SIZE, store: SIZE } as const;
const STYLE =
  "text{font:12px sans-serif;fill:#1b1f24}.box{fill:#fff;stroke:#57606a;stroke-width:1.5}.zone{fill:none;stroke:#8250df;stroke-dasharray:7 5}.zone-text{fill:#8250df}.flow{fill:none;stroke:#57606a}.critical{stroke:#a40e26;stroke-width:3}.high{stroke:#cf222e;stroke-width:2.5}.medium{stroke:#9a6700;stroke-width:2}.low{stroke:#1a7f37}";

const outline = (shape: Component["shape"], { x, y, width, height }: Box, severity: string): string => {
  if (shape !== "store") return `<rect class="box ${severity}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${shape === "process" ? 18 : 0}"/>`;
  return `<path class="box ${severity}" d="M${x} ${y}h${width}m0 ${height}h-${width}"/>`;
};

const label = (title: string, findings: number): string[] => [...wrapTitle(title), findings === 1 ? "1 finding" : `${findings} findings`];

const nodeSvg = ({ id, title, shape }: Component, box: Box, threats: ThreatModel["threats"]): string => {
  const mine = threats.filter((finding) => finding.component === id);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const lines = label(title, mine.length);
  const text = lines.map((line, index) => `<tspan x="${x}" y="${y + 4 + (index - (lines.length - 1) / 2) * 14}">${escapeXml(line)}</tspan>`).join("");
  return `<g>${outline(shape, box, mine[0]?.severity ?? "")}<text text-anchor="middle">${text}</text></g>`;
};

const flowSvg = (data: string, points: readonly Point[]): string => {
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return `<g><title>${escapeXml(cutText(data, 200))}</title><path class="flow" d="${path}" marker-end="url(#arrow)"/></g>`;
};

/**
 * The data-flow diagram as an SVG image that stands by itself: components with the number of their findings, flows, and
 * trust boundaries as dashed frames. Colours are fixed, for a light background.
 */
export const diagramSvg = ({ architecture, threats }: Pick<ThreatModel, "architecture" | "threats">): string => {
  const { components, flows, boundaries } = architecture;
  const { width, height, ...places } = layoutOf(architecture, SIZES);
  const zones = boundaries.map(({ id, title }) => {
    const box = places.zones.get(id)!;
    const text = `<text class="zone-text" x="${box.x + 8}" y="${box.y + 15}">${escapeXml(cutText(title, 60))}</text>`;
    return `<rect class="zone" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="8"/>${text}`;
  });
  const arrows = flows.map(({ id, data }) => flowSvg(data, places.flows.get(id)!));
  const nodes = components.map((component) => nodeSvg(component, places.components.get(component.id)!, threats));
  const arrow = `<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#57606a"/></marker>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>Data-flow diagram</title><style>${STYLE}</style><defs>${arrow}</defs><rect width="100%" height="100%" fill="#fff"/>${zones.join("")}${arrows.join("")}${nodes.join("")}</svg>`;
};
