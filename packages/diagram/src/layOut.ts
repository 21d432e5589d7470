import type { Architecture, Component, Flow } from "@strideml/plugin-kit";
import { arrange } from "./arrange.js";
import { CLEARANCE, rasterOf, titleOf } from "./lanes.js";
import { Router } from "./Router.js";

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

const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + Math.round(width / 2), y: y + Math.round(height / 2) });

const distance = (a: Box, b: Box): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** A flow from a component to itself: out at its right side and back in at its top. */
const loop = ({ x, y, width, height }: Box, beside: number): Point[] => {
  const [right, top] = [x + width + Math.round(beside / 4), y - CLEARANCE];
  const [middle, inner] = [y + Math.round(height / 2), x + Math.round(width * 0.7)];
  return [
    { x: x + width, y: middle },
    { x: right, y: middle },
    { x: right, y: top },
    { x: inner, y: top },
    { x: inner, y },
  ];
};

/** Short lines first: they have the least choice. */
const routed = (flows: Architecture["flows"], components: ReadonlyMap<string, Box>, router: Router, beside: number): Map<string, readonly Point[]> => {
  const boxesOf = ({ from, to }: Flow): [Box, Box] => [components.get(from)!, components.get(to)!];
  const order = flows.toSorted((a, b) => distance(...boxesOf(a)) - distance(...boxesOf(b)));
  return new Map(
    order.map((flow) => {
      const [from, to] = boxesOf(flow);
      if (flow.from === flow.to) return [flow.id, loop(from, beside)];
      return [flow.id, router.route(flow.from, flow.to) ?? [centreOf(from), centreOf(to)]];
    }),
  );
};

/** Places components, flows and trust boundaries for a drawing. Lines go around components and titles. */
export const layOut = (architecture: Architecture, spacing: Spacing): Layout => {
  const arrangement = arrange(architecture);
  const raster = rasterOf(arrangement, spacing);
  const components = new Map(architecture.components.map(({ id, shape }) => [id, raster.boxOf(arrangement.cells.get(id)!, spacing.sizes[shape])]));
  const zones = new Map([...arrangement.blocks].map(([id, block]) => [id, raster.frameOf(block)]));
  const titles = architecture.boundaries.map(({ id, title }) => titleOf(zones.get(id)!, title));
  const router = new Router({ across: raster.across.lanes, down: raster.down.lanes }, components, titles);
  return { width: raster.width, height: raster.height, components, zones, flows: routed(architecture.flows, components, router, spacing.beside) };
};
