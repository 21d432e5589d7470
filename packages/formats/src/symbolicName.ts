import { uuidOf } from "./uuidOf.js";

/**
 * An id of ours as a name of lower-case letters, digits and hyphens, with what kind of thing it names in front:
 * `zone--device`, `threat--prompt-injection--inference-service`. Our ids have single hyphens only, so different things get
 * different names; an id that needs other characters changed carries a part of its hash.
 */
export const symbolicName = (kind: string, id: string): string => {
  const name = id.replaceAll("@", "--");
  return `${kind}--${/^[0-9a-z-]+$/.test(name) ? name : `${name.toLowerCase().replace(/[^0-9a-z]+/g, "-")}--${uuidOf(kind, id).slice(0, 8)}`}`;
};
