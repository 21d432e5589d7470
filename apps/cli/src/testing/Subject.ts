import type { Loaded } from "../plugins/loadPlugin.js";

/** The plugin that is tested. */
export interface Subject extends Loaded {
  /** Where its `package.json`, fixtures and examples are; none for a plugin that is an object. */
  folder?: string;
  /** What its `package.json` says. */
  manifest?: Record<string, unknown>;
  /** Files of the pack by their paths in the folder; none for code. */
  files: string[];
  /** Its content as it is read another time. */
  again: () => Promise<Record<string, unknown>>;
}
