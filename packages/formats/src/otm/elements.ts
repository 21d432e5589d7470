import type { Architecture, ExportJob, Finding } from "@strideml/plugin-kit";
import { type Box, type Layout, layOut } from "@strideml/diagram/svg";
import { trustRatingOf } from "../scales.js";
import { FINDING_STATUS_OF, MITIGATION_STATUS_OF } from "../statuses.js";
import { symbolicName } from "../symbolicName.js";
import { type ZonedArchitecture, withZones } from "../withZones.js";
import { attributes } from "./attributes.js";
import { componentName, typeName, zoneName } from "./names.js";

/** Id of the one diagram. */
export const DIAGRAM = "data-flow-diagram";

const SIZES = { actor: { width: 150, height: 80 }, process: { width: 120, height: 120 }, store: { width: 150, height: 75 } } as const;

const representation = (name: string, { x, y, width, height }: Box) => [{ representation: DIAGRAM, id: `${name}--box`, position: { x, y }, size: { width, height } }];

const zonesOf = ({ boundaries }: Architecture, { zones }: Layout) =>
  boundaries.map(({ id, title, trust }) => ({
    id: zoneName(id),
    name: title,
    type: "trust-zone",
    risk: { trustRating: trustRatingOf(trust) },
    representations: representation(zoneName(id), zones.get(id)!),
    attributes: attributes({ boundary: id, trust: String(trust) }),
  }));

const threatsOf = (findings: readonly Finding[], { mitigations }: ExportJob["model"]) => {
  const states = new Map(mitigations.map(({ id, status }) => [id, MITIGATION_STATUS_OF.otm[status]]));
  return findings.map((finding) => ({
    threat: symbolicName("threat", finding.id),
    state: FINDING_STATUS_OF.otm[finding.status],
    mitigations: finding.mitigations.map((id) => ({ mitigation: symbolicName("mitigation", id), state: states.get(id) ?? MITIGATION_STATUS_OF.otm.undecided })),
  }));
};

/** Positions are relative to the zone that a component lies in. */
const within = (inner: Box, outer: Box): Box => ({ ...inner, x: inner.x - outer.x, y: inner.y - outer.y });

const componentsOf = ({ components }: ZonedArchitecture, layout: Layout, model: ExportJob["model"]) =>
  components.map((component) => {
    const { id, title, description, zone, kind, shape } = component;
    const mine = model.threats.filter((finding) => finding.component === id);
    return {
      id: componentName(component),
      name: title,
      type: typeName(component),
      description,
      parent: { trustZone: zoneName(zone) },
      representations: representation(componentName(component), within(layout.components.get(id)!, layout.zones.get(zone)!)),
      threats: threatsOf(mine, model),
      tags: [kind],
      attributes: attributes({ component: id, kind, shape }),
    };
  });

const flowsOf = ({ components, flows }: Architecture) => {
  const names = new Map(components.map((component) => [component.id, componentName(component)]));
  return flows.map(({ id, from, to, data }) => ({
    id: symbolicName("flow", id),
    name: data,
    source: names.get(from)!,
    destination: names.get(to)!,
    bidirectional: false,
    attributes: attributes({ flow: id }),
  }));
};

/** Zones, components with the states of their threats, flows, and the diagram in which they are placed. */
export const elementsOf = ({ model }: ExportJob) => {
  const architecture = withZones(model.architecture);
  const layout = layOut(architecture, { sizes: SIZES, beside: 50, below: 70, margin: 30 });
  const { width, height } = layout;
  return {
    representations: [{ name: "Data-flow diagram", id: DIAGRAM, type: "diagram", size: { width, height } }],
    trustZones: zonesOf(architecture, layout),
    components: componentsOf(architecture, layout, model),
    dataflows: flowsOf(architecture),
  };
};
