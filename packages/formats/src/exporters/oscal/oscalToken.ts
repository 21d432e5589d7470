import { uuidOf } from "../../uuidOf.js";
import { oneLine } from "../common/safeText.js";

/**
 * An id as an OSCAL token. Our own ids are tokens already; any other is rewritten, with a few digits of its own so that
 * no two ids become one token.
 * Source: OSCAL 1.2, datatype token: a letter or `_`, then letters, digits, `.`, `-` and `_`.
 */
export const oscalToken = (id: string): string => {
  if (/^[\p{L}_][\p{L}\p{N}._-]{0,199}$/u.test(id)) return id;
  const words = oneLine(id, 100).replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
  return `${/^[\p{L}_]/u.test(words) ? "" : "_"}${words}.${uuidOf("token", id).slice(0, 8)}`;
};

/** The id of the statement of a control. */
export const statementToken = (mitigation: string): string => `${oscalToken(mitigation)}_smt`;
