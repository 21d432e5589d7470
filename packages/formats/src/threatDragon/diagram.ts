import type { ExportJob } from "@strideml/plugin-kit";
import { layOut } from "@strideml/diagram/svg";
import { boxCell, flowCell, flowId } from "./edges.js";
import { SIZES, boxId, byComponent, nodeCell, nodeId } from "./nodes.js";
import { toThreat } from "./threats.js";

/** The cells of the one diagram: trust boundaries behind, then components with their threats, then flows. */
export const cellsOf = (job: ExportJob) => {
  const { architecture, threats } = job.model;
  const { components, flows, boundaries } = architecture;
  const places = layOut(architecture, { sizes: SIZES, beside: 50, below: 70, margin: 30 });
  const numbers = new Map(threats.map((finding, index) => [finding.id, index + 1]));
  const findings = byComponent(threats);
  const zones = new Map(components.map((component) => [component.id, component.zone]));
  const crossings = flows.map(({ id, from, to }) => ({ id, between: zones.get(from) === zones.get(to) ? [] : [zones.get(from), zones.get(to)] }));
  const boxes = boundaries.map((boundary, index) => {
    const inside = components.filter((component) => component.zone === boundary.id).map((component) => nodeId(component.id));
    const crossing = crossings.filter(({ between }) => between.includes(boundary.id)).map((flow) => flowId(flow.id));
    return boxCell(boundary, places.zones.get(boundary.id)!, inside, crossing, -1 - index);
  });
  const nodes = components.map((component, index) => {
    const mine = (findings.get(component.id) ?? []).map((finding) => toThreat(finding, numbers.get(finding.id)!, job));
    return nodeCell(component, places.components.get(component.id)!, mine, index + 1);
  });
  const edges = flows.map((flow, index) => {
    const crossed = boundaries.filter(({ id }) => crossings[index]!.between.includes(id)).map(({ id }) => boxId(id));
    return flowCell(flow, places.flows.get(flow.id)!, crossed, components.length + index + 1);
  });
  return [...boxes, ...nodes, ...edges];
};
