import type { Problem, ThreatModel } from "@strideml/plugin-kit";

type Broken = Pick<Problem, "message" | "path">;

const idsOf = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

const dangling = (what: string, id: string, known: ReadonlySet<string>, path: Problem["path"]): Broken[] =>
  known.has(id) ? [] : [{ message: `no ${what} is called ${id}`, path }];

const allDangling = (what: string, ids: readonly string[], known: ReadonlySet<string>, path: Problem["path"]): Broken[] =>
  ids.flatMap((id, index) => dangling(what, id, known, [...path, index]));

/** An answer cannot be a value and hold others: `training` beside `training.mode`. */
const blocked = (context: ThreatModel["context"]): Broken[] =>
  Object.keys(context)
    .filter((name) => name.split(".").some((_, index, parts) => index > 0 && Object.hasOwn(context, parts.slice(0, index).join("."))))
    .map((name) => ({ message: "is within another answer", path: ["context", name] }));

/** Names within a saved model that nothing in it bears. */
export const savedReferences = ({ context, architecture, categories, residual, threats, mitigations }: ThreatModel): Broken[] => {
  const [components, findings, planned] = [idsOf(architecture.components), idsOf(threats), idsOf(mitigations)];
  const strides = residual.categories.map(({ stride }) => stride);
  return [
    ...blocked(context),
    ...architecture.flows.flatMap(({ from, to }, index) => [
      ...dangling("component", from, components, ["architecture", "flows", index, "from"]),
      ...dangling("component", to, components, ["architecture", "flows", index, "to"]),
    ]),
    ...categories.flatMap(({ stride }, index): Broken[] => (strides[index] === stride ? [] : [{ message: `is not ${stride}`, path: ["residual", "categories", index, "stride"] }])),
    ...threats.flatMap((finding, index) => [
      ...dangling("component", finding.component, components, ["threats", index, "component"]),
      ...allDangling("mitigation", finding.mitigations, planned, ["threats", index, "mitigations"]),
    ]),
    ...mitigations.flatMap((mitigation, index) => allDangling("finding", mitigation.findings, findings, ["mitigations", index, "findings"])),
  ];
};
