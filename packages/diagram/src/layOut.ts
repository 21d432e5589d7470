import { graphlib, layout as place } from "@dagrejs/dagre";
import type { Architecture, Component } from "@strideml/plugin-kit";

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its upper left corner. */
export type Box = Point & Size;

/** What a consumer of a layout decides, in the units of its drawing. */
export interface Spacing {
  sizes: Readonly<Record<Component["shape"], Size>>;
  /** Between components side by side. */
  beside: number;
  /** Between components one below the other. */
  below: number;
  /** Around the whole. */
  margin: number;
}

/** Where everything of a diagram lies, from the upper left corner, in whole units. By id. */
export interface Layout extends Size {
  components: ReadonlyMap<string, Box>;
  zones: ReadonlyMap<string, Box>;
  /** Points that a flow goes through, ends included. */
  flows: ReadonlyMap<string, readonly Point[]>;
}

const EMPTY_ZONE: Size = { width: 180, height: 60 };

// Prefixes keep components, zones and names that objects bear by themselves (`constructor`) apart.
const nodeOf = (id: string) => `component ${id}`;
const zoneOf = (id: string) => `zone ${id}`;

const graphOf = ({ components, flows, boundaries }: Architecture, { sizes, beside, below, margin }: Spacing) => {
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: beside, ranksep: below, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  const used = new Set(components.map((component) => component.zone));
  for (const { id } of boundaries) graph.setNode(zoneOf(id), used.has(id) ? {} : { ...EMPTY_ZONE });
  for (const { id, shape, zone } of components) {
    graph.setNode(nodeOf(id), { ...sizes[shape] });
    if (zone !== undefined && graph.hasNode(zoneOf(zone))) graph.setParent(nodeOf(id), zoneOf(zone));
  }
  for (const flow of flows) graph.setEdge(nodeOf(flow.from), nodeOf(flow.to), {}, flow.id);
  return graph;
};

const boxOf = ({ x, y, width, height }: Box): Box => ({ x: Math.round(x - width / 2), y: Math.round(y - height / 2), width: Math.round(width), height: Math.round(height) });

/** Places components, flows and trust boundaries for a drawing, from top to bottom along the flows. */
export const layOut = (architecture: Architecture, spacing: Spacing): Layout => {
  const graph = graphOf(architecture, spacing);
  place(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  const box = (name: string) => boxOf(graph.node(name) as Box);
  const pointsOf = (from: string, to: string, id: string) => {
    const { points = [] } = graph.edge(nodeOf(from), nodeOf(to), id) as { points?: Point[] };
    return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  };
  return {
    width: Math.round(width),
    height: Math.round(height),
    components: new Map(architecture.components.map(({ id }) => [id, box(nodeOf(id))])),
    zones: new Map(architecture.boundaries.map(({ id }) => [id, box(zoneOf(id))])),
    flows: new Map(architecture.flows.map(({ from, to, id }) => [id, pointsOf(from, to, id)])),
  };
};
