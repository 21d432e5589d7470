import type { Component, ExportJob } from "@strideml/plugin-kit";
import { symbolicName } from "../symbolicName.js";
import { type ZonedArchitecture, withZones } from "../withZones.js";
import { sensitivityOf } from "./scope.js";

const KINDS = { actor: "actor", process: "component", store: "data-store" } as const;
/** What the end of a flow is, as the library writes it. */
const TYPES = { actor: "actor", process: "component", store: "data_store" } as const;

const ACTORS: Record<string, string> = { "end-user": "user", "human-reviewer": "power_user", sensor: "system", environment: "system", "federated-clients": "system" };
const STORES: Record<string, string> = {
  monitoring: "time_series",
  "feature-store": "key_value",
  "agent-memory": "document",
  "knowledge-source": "document",
  "vector-store": "document",
};

export const elementName = ({ id, shape }: Pick<Component, "id" | "shape">): string => symbolicName(KINDS[shape], id);
export const zoneName = (id: string): string => symbolicName("zone", id);

/** Pairs of zones that a flow crosses, each once. */
const boundariesOf = ({ components, flows }: ZonedArchitecture) => {
  const zones = new Map(components.map(({ id, zone }) => [id, zone]));
  const pairs = flows.map(({ from, to }) => [zones.get(from)!, zones.get(to)!].toSorted()).filter(([a, b]) => a !== b);
  return [...new Map(pairs.map(([a, b]) => [`${a} ${b}`, { trust_zone_a: zoneName(a!), trust_zone_b: zoneName(b!) }])).values()];
};

const flowsOf = ({ components, flows }: ZonedArchitecture, sensitive: boolean) => {
  const byId = new Map(components.map((component) => [component.id, component]));
  const end = (id: string) => {
    const component = byId.get(id)!;
    return { type: TYPES[component.shape], object: elementName(component) };
  };
  return flows.map(({ id, from, to, data }) => ({
    symbolic_name: symbolicName("flow", id),
    title: data,
    description: `From ${byId.get(from)!.title} to ${byId.get(to)!.title}: ${data}`,
    source: end(from),
    destination: end(to),
    has_sensitive_data: sensitive,
    encrypted: false,
  }));
};

/** Zones, what crosses them, and everything that lies in them. Zones are always named: the library's schema asks for it. */
export const elementsOf = (job: Pick<ExportJob, "model">) => {
  const architecture = withZones(job.model.architecture);
  const of = (shape: Component["shape"]) => architecture.components.filter((component) => component.shape === shape);
  const base = (component: ZonedArchitecture["components"][number]) => ({
    symbolic_name: elementName(component),
    title: component.title,
    description: component.description,
    trust_zone: zoneName(component.zone),
  });
  return {
    trust_zones: architecture.boundaries.map(({ id, title, trust }) => ({ symbolic_name: zoneName(id), title, description: `Level of trust ${trust} of 5` })),
    trust_boundaries: boundariesOf(architecture),
    actors: of("actor").map((component) => ({ ...base(component), type: ACTORS[component.kind] ?? "third_party" })),
    components: of("process").map(base),
    data_stores: of("store").map((component) => ({ ...base(component), type: STORES[component.kind] ?? "object" })),
    data_sets: [],
    data_flows: flowsOf(architecture, sensitivityOf(job).length > 0),
  };
};
