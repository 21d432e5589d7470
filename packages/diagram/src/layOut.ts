import { graphlib, layout as place } from "@dagrejs/dagre";
import type { Architecture, Boundary, Component, Flow } from "@strideml/plugin-kit";

/** Size of every node, in the units of the drawing. */
export const NODE = { width: 150, height: 54 };

const round = (value: number) => Math.round(value * 10) / 10;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything of a diagram stands, rounded to tenths: nodes by their centre, frames by their upper left corner. */
export interface Layout {
  width: number;
  height: number;
  frames: (Box & { boundary: Boundary })[];
  arrows: { flow: Flow; points: { x: number; y: number }[] }[];
  nodes: { component: Component; x: number; y: number }[];
}

const graphOf = ({ components, flows, boundaries }: Architecture) => {
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

/** Places components from top to bottom along their flows, and a frame around each trust boundary that has components. */
export const layOut = (architecture: Architecture): Layout => {
  const graph = graphOf(architecture);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: round(width),
    height: round(height),
    frames: architecture.boundaries.flatMap((boundary) => {
      const box = graph.node(`zone ${boundary.id}`) as Box | undefined;
      return box ? [{ boundary, x: round(box.x - box.width / 2), y: round(box.y - box.height / 2), width: round(box.width), height: round(box.height) }] : [];
    }),
    arrows: architecture.flows.map((flow) => {
      const { points } = graph.edge(flow.from, flow.to, flow.id) as { points: { x: number; y: number }[] };
      return { flow, points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })) };
    }),
    nodes: architecture.components.map((component) => {
      const { x, y } = graph.node(component.id) as Box;
      return { component, x: round(x), y: round(y) };
    }),
  };
};
