import { resolve } from "node:path";
import type { Exporter, Importer, Knowledge } from "@strideml/plugin-kit";
import type { Flags } from "./commands.js";
import type { Io } from "./Io.js";
import { loadKnowledge } from "./loadKnowledge.js";
import { findConfig } from "./plugins/findConfig.js";

/** What a command works with: the knowledge, and what code plugins add to it. */
export interface Setup {
  knowledge: Knowledge;
  exporters: Exporter[];
  importers: Importer[];
}

/** The configuration that counts: the one that is named, or the nearest. */
export const configOf = (flags: Flags, io: Io): string | undefined => {
  if (flags["no-config"] === true) return undefined;
  return typeof flags["config"] === "string" ? resolve(io.cwd(), flags["config"]) : findConfig(io.cwd());
};

/**
 * The bundled knowledge, or that of a configuration, where there is one.
 * @throws UserError with every problem in the configuration and its plugins
 */
export const setUp = async (flags: Flags, io: Io): Promise<Setup> => {
  const config = configOf(flags, io);
  if (config === undefined) return { knowledge: loadKnowledge(), exporters: [], importers: [] };
  const { loadSetup } = await import("./lazy/plugins.js");
  return loadSetup(config, flags["frozen-plugins"] === true);
};
