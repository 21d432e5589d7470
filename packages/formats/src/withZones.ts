import type { Architecture, Boundary, Component } from "@strideml/plugin-kit";

/** An architecture in which every component lies in one of its trust boundaries. */
export interface ZonedArchitecture extends Architecture {
  components: (Component & { zone: string })[];
}

/** Our ids have single hyphens only, so no boundary of a model bears this one. */
export const NO_BOUNDARY = "no--boundary";

const REST: Boundary = { id: NO_BOUNDARY, title: "Outside every trust boundary", trust: 0 };

/** For formats that ask for the trust zone of everything: components without one go into a zone of their own, with no trust. */
export const withZones = ({ components, flows, boundaries }: Architecture): ZonedArchitecture => {
  const known = new Set(boundaries.map((boundary) => boundary.id));
  const zoned = components.map((component) => ({ ...component, zone: component.zone !== undefined && known.has(component.zone) ? component.zone : REST.id }));
  return { components: zoned, flows, boundaries: zoned.some((component) => component.zone === REST.id) ? [...boundaries, REST] : boundaries };
};
