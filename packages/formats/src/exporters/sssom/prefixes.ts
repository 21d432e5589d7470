import type { Framework } from "@strideml/plugin-kit";
import { uuidOf } from "../../uuidOf.js";

/** Prefixes of identifiers and what they stand for. */
export type Prefixes = Record<string, string>;

/** We own no web address for our identifiers, so they are named by UUIDs that follow from their kind. */
export const OWN: Prefixes = {
  strideml_mitigation: `urn:uuid:${uuidOf("vocabulary", "mitigation")}#`,
  strideml_relation: `urn:uuid:${uuidOf("vocabulary", "relation")}#`,
  strideml_threat: `urn:uuid:${uuidOf("vocabulary", "threat")}#`,
};

/** Prefixes are names without colons. */
export const prefixOf = (framework: string): string => framework.replace(/[^a-zA-Z0-9._-]/g, "_").replace(/^(?![a-zA-Z_])/, "_");

/** Requirements are named by the address of their framework, with their own id as the fragment. */
export const frameworkPrefix = ({ id, url }: Framework): [string, string] => [prefixOf(id), url.includes("#") ? `${url}/` : `${url}#`];

/** A compact identifier. What a fragment cannot hold is encoded. Source: W3C, CURIE Syntax 1.0; RFC 3986, section 3.5. */
export const curie = (prefix: string, id: string): string => `${prefix}:${encodeURIComponent(id).replaceAll("%3A", ":").replaceAll("%2F", "/")}`;
