import { type Adjustment, didYouMean, type Plugin, type Problem, type Question, type Threat } from "@strideml/plugin-kit";
import { circleFinder } from "./circleFinder.js";
import { conditionProblems } from "./conditionProblems.js";
import { canonicalIds } from "./resolveLinks.js";

type Questions = ReadonlyMap<string, Question>;
type Path = Problem["path"];

/** The names that entries may refer to, over all plugins. */
interface Names {
  threats: Set<string>;
  mitigations: Set<string>;
  scales: Set<string>;
  kinds: Set<string>;
  components: Set<string>;
  zones: Set<string>;
}

const namesOf = (plugins: readonly Plugin[]): Names => {
  const ids = (items: readonly { id: string; aliases?: string[] }[]) => new Set(items.flatMap((item) => [item.id, ...(item.aliases ?? [])]));
  const architectures = plugins.flatMap((plugin) => plugin.architectures);
  const components = architectures.flatMap((architecture) => architecture.components);
  return {
    threats: ids(plugins.flatMap((plugin) => plugin.threats)),
    mitigations: ids(plugins.flatMap((plugin) => plugin.mitigations)),
    scales: ids(plugins.flatMap((plugin) => plugin.scales)),
    kinds: new Set(components.map((component) => component.kind)),
    components: ids(components),
    zones: ids(architectures.flatMap((architecture) => architecture.zones)),
  };
};

/** A problem for a name that nothing bears, with a suggestion. */
const dangling = (what: string, name: string, known: Set<string>, path: Path): Problem[] =>
  known.has(name) ? [] : [{ code: "dangling-reference", message: `no ${what} is called ${name}`, path, hint: didYouMean(name, known) }];

const threatProblems = (threat: Threat, names: Names, questions: Questions, path: Path): Problem[] => {
  const { exposure, ease, availability } = threat.likelihood;
  const adjusted = (adjust: readonly Adjustment[], ...at: string[]): Problem[] =>
    adjust.flatMap(({ when }, i) => conditionProblems(when, questions, [...path, ...at, "adjust", i, "when"]));
  return [
    ...conditionProblems(threat.when, questions, [...path, "when"]),
    ...threat.variants.flatMap((variant, i) => conditionProblems(variant.when, questions, [...path, "variants", i, "when"])),
    ...adjusted(exposure.adjust, "likelihood", "exposure"),
    ...adjusted(ease.adjust, "likelihood", "ease"),
    ...adjusted(availability.adjust, "likelihood", "availability"),
    ...adjusted(threat.impact.adjust, "impact"),
    ...dangling("scale", exposure.via, names.scales, [...path, "likelihood", "exposure", "via"]),
    ...threat.affects.flatMap((kind, i) => dangling("component kind", kind, names.kinds, [...path, "affects", i])),
    ...threat.mitigations.flatMap((mitigation, i) => dangling("mitigation", mitigation.id, names.mitigations, [...path, "mitigations", i, "id"])),
    ...(threat.broader === undefined ? [] : dangling("threat", threat.broader, names.threats, [...path, "broader"])),
  ];
};

const circular = (plugin: Plugin, plugins: readonly Plugin[]): Problem[] => {
  const threats = plugins.flatMap((each) => each.threats);
  const names = canonicalIds(threats);
  const circleFrom = circleFinder(new Map(threats.map(({ id, broader }) => [id, broader && names.get(broader)])));
  return plugin.threats.flatMap(({ id }, index): Problem[] => {
    const circle = circleFrom(id);
    return circle
      ? [{ code: "circular-broader", message: `broader goes in a circle: ${circle.join(" > ")}`, path: ["threats", index, "broader"], hint: "take one of the links out" }]
      : [];
  });
};

const architectureProblems = (plugin: Plugin, names: Names, questions: Questions): Problem[] =>
  plugin.architectures.flatMap((architecture, index) => {
    const path: Path = ["architectures", index];
    return [
      ...architecture.components.flatMap((component, i) => [
        ...conditionProblems(component.when, questions, [...path, "components", i, "when"]),
        ...component.placed.flatMap((place, j) => [
          ...conditionProblems(place.when, questions, [...path, "components", i, "placed", j, "when"]),
          ...dangling("zone", place.zone, names.zones, [...path, "components", i, "placed", j, "zone"]),
        ]),
      ]),
      ...architecture.flows.flatMap((flow, i) => [
        ...conditionProblems(flow.when, questions, [...path, "flows", i, "when"]),
        ...dangling("component", flow.from, names.components, [...path, "flows", i, "from"]),
        ...dangling("component", flow.to, names.components, [...path, "flows", i, "to"]),
      ]),
    ];
  });

/** What is wrong with the threats, mitigations and architectures of a plugin, given all of them. */
export const catalogProblems = (plugin: Plugin, plugins: readonly Plugin[], questions: Questions): Problem[] => {
  const names = namesOf(plugins);
  return [
    ...plugin.threats.flatMap((threat, index) => threatProblems(threat, names, questions, ["threats", index])),
    ...circular(plugin, plugins),
    ...plugin.mitigations.flatMap((mitigation, index) => conditionProblems(mitigation.when, questions, ["mitigations", index, "when"])),
    ...architectureProblems(plugin, names, questions),
  ];
};
