import { PLUGIN_LISTS } from "@strideml/plugin-kit";

/** How many entries of each kind a plugin brings; kinds that it has none of are left out. What is no list counts nothing. */
export const bringsOf = (plugin: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(
    PLUGIN_LISTS.map((list) => {
      const entries = plugin[list];
      return [list, Array.isArray(entries) ? entries.length : 0] as const;
    }).filter(([, count]) => count > 0),
  );
