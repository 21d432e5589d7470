import type { Flags } from "./commands.js";
import type { Io } from "./Io.js";
import { loadKnowledge } from "./loadKnowledge.js";
import { configOf } from "./plugins/configOf.js";
import type { Setup } from "./Setup.js";

/**
 * The bundled knowledge, or that of a configuration, where there is one.
 * @throws UserError with every problem in the configuration and its plugins
 */
export const readSetup = async (flags: Flags, io: Io): Promise<Setup> => {
  const config = configOf(flags, io);
  if (config === undefined) return { knowledge: loadKnowledge(), exporters: [], importers: [] };
  const { loadSetup } = await import("./lazy/plugins.js");
  return loadSetup(config, flags["frozen-plugins"] === true);
};
