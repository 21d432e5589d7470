import type { Exporter } from "@strideml/plugin-kit";
import type { Loaded } from "../plugins/loadPlugin.js";

/** What a plugin amounts to when it is read and run another time. */
export interface Again {
  plugin: Record<string, unknown>;
  exporters: Exporter[];
}

/** The plugin that is tested. */
export interface Subject extends Loaded {
  /** Where its `package.json`, fixtures and examples are; none for a plugin that is an object. */
  folder?: string;
  /** What its `package.json` says. */
  manifest?: Record<string, unknown>;
  /** Files of the pack by their paths in the folder; none for code. */
  files: string[];
  /** The same plugin, read and run on another day. */
  onAnotherDay: () => Promise<Again>;
}
