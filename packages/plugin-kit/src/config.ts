import type { Exporter } from "./exporter.js";
import type { Importer } from "./importer.js";
import type { PluginInput } from "./plugin.js";

/** What a code plugin may bring besides data. It runs with the rights of whoever runs it. */
export interface CodePlugin extends PluginInput {
  exporters?: Exporter[];
  importers?: Importer[];
}

/** `strideml.config.*`: which plugins are loaded, in this order. */
export interface Config {
  /** Imported plugins, or names of packages and paths of data packs, resolved from the config file. */
  plugins?: (string | CodePlugin)[];
  /** Seconds that code of a plugin may take, to load and for each export; 60 where it is not said. */
  codeSeconds?: number;
}

/** Has the shape of a configuration checked by the compiler. */
export const defineConfig = (config: Config): Config => config;

/** Names a plugin and has its shape checked by the compiler; the engine checks the content when it loads it. */
export const definePlugin = (plugin: CodePlugin): CodePlugin => plugin;
