import type { Setup } from "../Setup.js";
import { loadPlugins, mergePlugins } from "../plugins/loadPlugins.js";
import { drift } from "../plugins/lockFile.js";
import { UserError } from "../UserError.js";

export { doctor } from "../plugins/doctor.js";
export { lockPath, lockText } from "../plugins/lockFile.js";
export { loadPlugins, mergePlugins };

/**
 * Everything that a configuration adds up to.
 * @throws UserError with every problem in every plugin; a broken plugin is never half loaded
 */
export const loadSetup = async (config: string, frozen: boolean): Promise<Setup> => {
  const attempts = await loadPlugins(config);
  const broken = attempts.flatMap(({ problems }) => problems);
  if (broken.length > 0) throw new UserError(broken);
  const plugins = attempts.flatMap(({ loaded }) => (loaded ? [loaded] : []));
  const drifted = frozen ? await drift(config, plugins) : [];
  if (drifted.length > 0) throw new UserError(drifted);
  const merged = await mergePlugins(plugins);
  if (!merged.ok) throw new UserError(merged.problems);
  return { knowledge: merged.value, exporters: plugins.flatMap(({ exporters }) => exporters), importers: plugins.flatMap(({ importers }) => importers) };
};
