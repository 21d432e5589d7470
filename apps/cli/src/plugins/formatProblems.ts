import type { PlacedProblem } from "@strideml/plugin-kit";
import type { Loaded } from "./loadPlugin.js";

/** Formats of plugins whose id is taken: of two formats with one id only the first could ever be chosen. */
export const formatProblems = async (plugins: readonly Loaded[]): Promise<PlacedProblem[]> => {
  const bringing = plugins.filter(({ exporters }) => exporters.length > 0);
  if (bringing.length === 0) return [];
  const { FORMAT_IDS } = await import("../lazy/formatIds.js");
  const owners = new Map(FORMAT_IDS.map((id) => [id, "strideml itself"]));
  return bringing.flatMap(({ plugin, exporters, path, place }) =>
    exporters.flatMap(({ id }, index): PlacedProblem[] => {
      const owner = owners.get(id);
      owners.set(id, owner ?? path);
      if (owner === undefined) return [];
      const source = String(plugin["name"]);
      return [
        place({
          code: "duplicate-id",
          message: `the format ${id} is there already: in ${owner}`,
          path: ["exporters", index, "id"],
          source,
          hint: `rename it, for instance acme-${id}`,
        }),
      ];
    }),
  );
};
