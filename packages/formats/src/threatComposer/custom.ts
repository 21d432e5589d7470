import type { Trace } from "../trace.js";
import { plain } from "./plain.js";

/** Metadata of our own: the only entries whose text has no limit, so whole texts stand here. */
export const custom = (values: Record<string, string | string[] | undefined>) =>
  Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value.length === 0 ? [] : [{ key: `custom:${key}`, value: typeof value === "string" ? plain(value) : value.map(plain) }],
  );

/** Ids, status and decision for the way back. */
export const customTrace = (trace: Trace) => custom(Object.fromEntries(Object.entries(trace).map(([key, value]) => [`strideml-${key}`, value])));
