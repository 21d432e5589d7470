import type { Trace } from "../trace.js";

/** Custom data under names of our own; values are text, because some importers refuse others. */
export const attributes = (trace: Trace): Record<string, string> => Object.fromEntries(Object.entries(trace).map(([key, value]) => [`strideml-${key}`, value]));
