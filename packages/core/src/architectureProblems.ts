import { didYouMean, type GivenArchitecture, type Knowledge, type Problem } from "@strideml/plugin-kit";

const duplicates = (items: readonly { id?: string }[], what: string): Problem[] => {
  const seen = new Set<string>();
  return items.flatMap((item, index): Problem[] => {
    if (item.id === undefined) return [];
    if (seen.has(item.id)) return [{ code: "duplicate-id", message: `two ${what} are called ${item.id}`, path: ["architecture", what, index, "id"] }];
    seen.add(item.id);
    return [];
  });
};

/** Names in a given architecture that nothing bears: kinds, ends of flows, zones. */
export const architectureProblems = (given: GivenArchitecture | undefined, knowledge: Knowledge): Problem[] => {
  if (!given) return [];
  const kinds = new Set(knowledge.architectures.flatMap((architecture) => architecture.components.map((component) => component.kind)));
  const components = new Set(given.components.map((component) => component.id));
  const boundaries = new Set(given.boundaries.map((boundary) => boundary.id));
  const dangling = (what: string, id: string | undefined, known: Set<string>, path: Problem["path"]): Problem[] =>
    id === undefined || known.has(id)
      ? []
      : [
          {
            code: "dangling-reference",
            message: `no ${what} is called ${id}`,
            path: ["architecture", ...path],
            expected: `one of ${[...known].slice(0, 40).join(", ")}`,
            hint: didYouMean(id, known),
          },
        ];
  return [
    ...duplicates(given.components, "components"),
    ...duplicates(given.flows, "flows"),
    ...duplicates(given.boundaries, "boundaries"),
    ...given.components.flatMap((component, i) => [
      ...dangling("component kind", component.kind, kinds, ["components", i, "kind"]),
      ...dangling("boundary", component.zone, boundaries, ["components", i, "zone"]),
    ]),
    ...given.flows.flatMap((flow, i) => [...dangling("component", flow.from, components, ["flows", i, "from"]), ...dangling("component", flow.to, components, ["flows", i, "to"])]),
  ];
};
