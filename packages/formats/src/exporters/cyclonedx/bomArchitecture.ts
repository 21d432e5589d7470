import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { bomProperties } from "./bomProperties.js";
import { componentRef, modelComponent, modelOfArchitecture, modelRef } from "./modelComponent.js";

const inside = ({ architecture }: ThreatModel, id: string): string | undefined => architecture.components.find((component) => component.id === id)?.zone;

const crossesBoundary = (model: ThreatModel, id: string): boolean =>
  model.architecture.flows.some(({ from, to }) => (from === id || to === id) && inside(model, from) !== inside(model, to));

const commonOf = ({ id, kind, shape, zone, title, description }: Component): object => ({
  "bom-ref": componentRef(id),
  name: oneLine(title),
  description: manyLines(description),
  properties: bomProperties({ "component-id": id, kind, shape, zone }),
});

const serviceOf = (model: ThreatModel, component: Component): object => {
  const zone = model.architecture.boundaries.find(({ id }) => id === component.zone);
  return { ...commonOf(component), "x-trust-boundary": crossesBoundary(model, component.id), ...(zone && { trustZone: oneLine(zone.title) }) };
};

/** Data goes from one to the other, so the one it goes to depends on the one it comes from. The system depends on all. */
const dependenciesOf = (model: ThreatModel): object[] => {
  const { components, flows } = model.architecture;
  const ids = new Set(components.map(({ id }) => id));
  const sources = (id: string) => [...new Set(flows.filter(({ from, to }) => to === id && from !== id && ids.has(from)).map(({ from }) => componentRef(from)))];
  const beside = modelOfArchitecture(model) ? [] : [modelRef(model)];
  const each = [...ids].map((id) => ({ ref: componentRef(id), dependsOn: sources(id) }));
  return [{ ref: "system", dependsOn: [...beside, ...each.map(({ ref }) => ref)] }, ...beside.map((ref) => ({ ref, dependsOn: [] })), ...each];
};

/** The architecture: the model and stores as components, processes and actors as services, flows as dependencies. */
export const bomArchitecture = (model: ThreatModel, texts: Texts): { components: object[]; services: object[]; dependencies: object[] } => {
  const others = model.architecture.components.filter((component) => component !== modelOfArchitecture(model));
  const isComponent = ({ shape, kind }: Component): boolean => shape === "store" || kind === "device";
  return {
    components: [
      modelComponent(model, texts),
      ...others.filter(isComponent).map((component) => ({ type: component.kind === "device" ? "device" : "data", ...commonOf(component) })),
    ],
    services: others.filter((component) => !isComponent(component)).map((component) => serviceOf(model, component)),
    dependencies: dependenciesOf(model),
  };
};
