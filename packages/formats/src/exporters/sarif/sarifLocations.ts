import type { Component, ThreatModel } from "@strideml/plugin-kit";
import { oneLine } from "../common/safeText.js";

/** A place in SARIF's form, and what people call it. */
export interface Location {
  title: string;
  location: object;
}

/** The file that a threat model is made from. It is a fixed name, because a model does not say where it came from. */
const SYSTEM_FILE = "strideml.yaml";

const PHYSICAL = { artifactLocation: { uri: SYSTEM_FILE }, region: { startLine: 1 } };

const qualified = ({ id, zone }: Pick<Component, "id" | "zone">): string => oneLine(zone ? `${zone}/${id}` : id);

/** The components of the models as logical locations, and how to refer to each. A component of the earlier model alone is included. */
export const locationsOf = (models: readonly ThreatModel[]): { logical: object[]; location: (component: string) => Location } => {
  const components = [...new Map(models.toReversed().flatMap(({ architecture }) => architecture.components.map((component) => [component.id, component] as const))).values()];
  const places = new Map(components.map((component, index) => [component.id, { component, index }]));
  return {
    logical: components.map((component) => ({ name: oneLine(component.title), fullyQualifiedName: qualified(component), kind: oneLine(component.kind) })),
    location: (id) => {
      const place = places.get(id);
      const name = oneLine(place?.component.title ?? id);
      const logical = place
        ? { name, index: place.index, fullyQualifiedName: qualified(place.component), kind: oneLine(place.component.kind) }
        : { name, fullyQualifiedName: oneLine(id), kind: "component" };
      return { title: name, location: { physicalLocation: PHYSICAL, logicalLocations: [logical] } };
    },
  };
};
