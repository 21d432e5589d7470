import { graphlib, layout as place } from "@dagrejs/dagre";
import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { escapeXml } from "../escapeXml.js";

const NODE = { width: 150, height: 54 };
const LINE = 20;

/** Breaks a title into at most three lines of about twenty characters. */
const wrap = (title: string): string[] => {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LINE + 4 ? `${word.slice(0, LINE + 3)}…` : word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
};

const shapeOf = ({ shape }: Component, x: number, y: number, severity: string): string => {
  const box = `x="${x - NODE.width / 2}" y="${y - NODE.height / 2}" width="${NODE.width}" height="${NODE.height}"`;
  if (shape === "store") {
    const [left, right, top, bottom] = [x - NODE.width / 2, x + NODE.width / 2, y - NODE.height / 2, y + NODE.height / 2];
    return `<rect class="node fill ${severity}" ${box} stroke="none"/><path class="node ${severity}" fill="none" d="M${left} ${top}H${right}M${left} ${bottom}H${right}"/>`;
  }
  return `<rect class="node fill ${severity}" ${box} rx="${shape === "process" ? 18 : 0}"/>`;
};

const nodeSvg = (component: Component, x: number, y: number, findings: ThreatModel["threats"]): string => {
  const mine = findings.filter((finding) => finding.component === component.id);
  const lines = wrap(component.title);
  const text = lines.map((line, index) => `<tspan x="${x}" y="${y + 4 + (index - (lines.length - 1) / 2) * 14}">${escapeXml(line)}</tspan>`).join("");
  const badge =
    mine.length === 0
      ? ""
      : `<g><circle class="badge ${mine[0]!.severity}" cx="${x + NODE.width / 2 - 4}" cy="${y - NODE.height / 2 + 4}" r="11"/><text class="badge-text" x="${x + NODE.width / 2 - 4}" y="${y - NODE.height / 2 + 8}" text-anchor="middle">${mine.length}</text></g>`;
  const title = `${component.title}: ${mine.length === 0 ? "no findings" : `${mine.length} ${mine.length === 1 ? "finding" : "findings"}, highest ${mine[0]!.score}`}`;
  return `<g data-component="${escapeXml(component.id)}"><title>${escapeXml(title)}</title>${shapeOf(component, x, y, mine[0]?.severity ?? "none")}<text class="node-text" text-anchor="middle">${text}</text>${badge}</g>`;
};

const round = (value: number) => Math.round(value * 10) / 10;

const layout = ({ components, flows, boundaries }: ThreatModel["architecture"]) => {
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 22, ranksep: 46, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(boundaries.map((boundary) => boundary.id));
  for (const boundary of boundaries) if (components.some((component) => component.zone === boundary.id)) graph.setNode(`zone ${boundary.id}`, {});
  for (const component of components) {
    graph.setNode(component.id, { ...NODE });
    if (component.zone !== undefined && known.has(component.zone)) graph.setParent(component.id, `zone ${component.zone}`);
  }
  for (const flow of flows) graph.setEdge(flow.from, flow.to, {}, flow.id);
  place(graph);
  return graph;
};

/** The data-flow diagram: components with the number of their findings, flows, and trust boundaries as dashed frames. */
export const dataFlowDiagram = (model: Pick<ThreatModel, "architecture" | "threats">): string => {
  const { components, flows, boundaries } = model.architecture;
  const graph = layout(model.architecture);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const frames = boundaries.flatMap((boundary) => {
    const box = graph.node(`zone ${boundary.id}`) as { x: number; y: number; width: number; height: number } | undefined;
    if (!box) return [];
    const [x, y] = [round(box.x - box.width / 2), round(box.y - box.height / 2)];
    return [
      `<g><rect class="boundary" x="${x}" y="${y}" width="${round(box.width)}" height="${round(box.height)}" rx="10"/><text class="boundary-text" x="${x + 10}" y="${y + 14}">${escapeXml(boundary.title)}</text></g>`,
    ];
  });
  const arrows = flows.map((flow) => {
    const { points } = graph.edge(flow.from, flow.to, flow.id) as { points: { x: number; y: number }[] };
    const path = points.map((point, index) => `${index === 0 ? "M" : "L"}${round(point.x)} ${round(point.y)}`).join("");
    return `<g><title>${escapeXml(flow.data)}</title><path class="flow" d="${path}" marker-end="url(#arrow)"/></g>`;
  });
  const nodes = components.map((component) => {
    const { x, y } = graph.node(component.id) as { x: number; y: number };
    return nodeSvg(component, round(x), round(y), model.threats);
  });
  return `<svg class="figure dfd" role="img" viewBox="0 0 ${round(width)} ${round(height)}" xmlns="http://www.w3.org/2000/svg"><title>Data-flow diagram</title><desc>${components.length} components, ${flows.length} flows and ${frames.length} trust boundaries; the tables beside it say the same in words.</desc><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow-head" d="M0 0L8 4L0 8z"/></marker></defs>${frames.join("")}${arrows.join("")}${nodes.join("")}</svg>`;
};
