import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "../common/safeText.js";
import { bomProperties } from "./bomProperties.js";
import { componentRef, modelOfArchitecture } from "./modelComponent.js";

const TYPES: Record<Component["shape"], string> = { process: "process", store: "data-store", actor: "actor" };

const zoneRef = (id: string): string => `zone:${id}`;

/** The model itself is declared as a component with a card; the diagram refers to it. */
export const MODEL = "model";

const assetsOf = (model: ThreatModel): object[] => {
  const zones = new Set(model.architecture.boundaries.map(({ id }) => id));
  return model.architecture.components.map((component) => {
    const { id, kind, shape, zone, title, description } = component;
    const place = { "bom-ref": componentRef(id), ...(zone !== undefined && zones.has(zone) && { zone: zoneRef(zone) }), properties: bomProperties({ "component-id": id, kind }) };
    if (component === modelOfArchitecture(model)) return { ...place, componentRef: MODEL };
    return { ...place, type: kind === "device" ? "device" : TYPES[shape], name: oneLine(title), description: manyLines(description) };
  });
};

/** Pairs of zones between which data flows: what our model calls a boundary is a zone here, and the line between two zones is the boundary. */
const crossingsOf = ({ architecture }: ThreatModel): [string, string][] => {
  const zones = new Set(architecture.boundaries.map(({ id }) => id));
  const zoneOf = new Map(architecture.components.map(({ id, zone }) => [id, zone !== undefined && zones.has(zone) ? zone : undefined]));
  const crossing = architecture.flows.flatMap(({ from, to }): [string, string][] => {
    const [one, other] = [zoneOf.get(from), zoneOf.get(to)];
    if (one === undefined || other === undefined || one === other) return [];
    return [one < other ? [one, other] : [other, one]];
  });
  return [...new Map(crossing.map((pair) => [pair.join("|"), pair])).values()];
};

const flowsOf = ({ architecture }: ThreatModel): object[] =>
  architecture.flows.map(({ id, from, to, data }) => ({
    "bom-ref": `flow:${id}`,
    name: oneLine(data),
    type: "data",
    source: componentRef(from),
    destination: componentRef(to),
    dataObjects: [{ name: oneLine(data) }],
  }));

/** The data-flow diagram as a blueprint, with the answers that were assumed. */
export const previewBlueprint = (model: ThreatModel): object => ({
  "bom-ref": "blueprint",
  name: oneLine(`Data flow of ${model.system.name}`),
  modelTypes: ["data-flow"],
  assets: assetsOf(model),
  zones: model.architecture.boundaries.map(({ id, title, trust }) => ({ "bom-ref": zoneRef(id), name: oneLine(title), type: "trust", characteristics: [`trust ${trust} of 5`] })),
  boundaries: crossingsOf(model).map(([one, other]) => ({ "bom-ref": `boundary:${one}|${other}`, type: "trust", zones: [zoneRef(one), zoneRef(other)] })),
  flows: flowsOf(model),
  assumptions: Object.entries(model.assumptions)
    .filter(([, { given }]) => !given)
    .map(([answer, { because }]) => ({ "bom-ref": `assumption:${answer}`, description: manyLines(`${answer}: ${because}`), validity: "unverified" })),
});
