import type { Component } from "@strideml/plugin-kit";
import { symbolicName } from "../symbolicName.js";
import { uuidOf } from "../uuidOf.js";

/**
 * Importers tell what a component is from "service" and "database" in its type or id, so each type has the word for its
 * shape and neither type nor id has another shape's word.
 */
const WORDS = /service|database/g;
const ENDS = { process: "-service", store: "-database", actor: "" } as const;

/** `inference-service`, `vector-store-database`, `end-user`. */
export const typeName = ({ kind, shape }: Component): string => `${kind.replace(WORDS, "").replace(/^-+|-+$/g, "") || "ml"}${ENDS[shape]}`;

const misleads = ({ id, shape }: Pick<Component, "id" | "shape">): boolean => (id.includes("database") && shape !== "store") || (id.includes("service") && shape === "actor");

/** The component's own id with what it is in front; a hash where the id would mislead an importer. */
export const componentName = (component: Pick<Component, "id" | "shape">): string =>
  symbolicName("component", misleads(component) ? uuidOf("component", component.id) : component.id);

export const zoneName = (id: string): string => symbolicName("zone", id);
