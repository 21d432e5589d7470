import { didYouMean, type Framework, type Mapping, type Plugin, type Problem, type Question } from "@strideml/plugin-kit";
import { circleFinder } from "./circleFinder.js";
import { conditionProblems } from "./conditionProblems.js";

type Path = Problem["path"];

const parentProblems = (framework: Framework, path: Path): Problem[] => {
  const parents = new Map(framework.requirements.map(({ id, parent }) => [id, parent]));
  const circleFrom = circleFinder(parents);
  return framework.requirements.flatMap(({ id, parent }, index): Problem[] => {
    if (parent === undefined) return [];
    const at = [...path, "requirements", index, "parent"];
    if (!parents.has(parent)) return [{ code: "dangling-reference", message: `${framework.id} has no ${parent}`, path: at, hint: didYouMean(parent, parents.keys()) }];
    const circle = circleFrom(id);
    return circle ? [{ code: "circular-parent", message: `parent goes in a circle: ${circle.join(" > ")}`, path: at, hint: "take one of the links out" }] : [];
  });
};

const frameworkProblems = (framework: Framework, questions: ReadonlyMap<string, Question>, path: Path): Problem[] => {
  const seen = new Set<string>();
  const named = framework.requirements.flatMap((requirement, index) => {
    const at = [...path, "requirements", index];
    const problems = conditionProblems(requirement.when, questions, [...at, "when"]);
    for (const name of [requirement.id, ...requirement.aliases]) {
      if (seen.has(name)) problems.push({ code: "duplicate-id", message: `${framework.id} has ${name} twice`, path: [...at, "id"] });
      seen.add(name);
    }
    return problems;
  });
  return [...named, ...parentProblems(framework, path)];
};

interface Known {
  requirements: Set<string>;
  threats: Set<string>;
  mitigations: Set<string>;
}

const linkProblems = (mapping: Mapping, known: Known, path: Path): Problem[] => {
  const pairs = new Set<string>();
  const check = (what: string, id: string, names: Set<string>, at: Path): Problem[] =>
    names.has(id) ? [] : [{ code: "dangling-reference", message: `no ${what} is called ${id}`, path: at, hint: didYouMean(id, names) }];
  return mapping.links.flatMap((link, index) => {
    const at = [...path, "links", index];
    const problems = [
      ...check(`requirement of ${mapping.framework}`, link.requirement, known.requirements, [...at, "requirement"]),
      ...link.threats.flatMap((id, i) => check("threat", id, known.threats, [...at, "threats", i])),
      ...link.mitigations.flatMap((id, i) => check("mitigation", id, known.mitigations, [...at, "mitigations", i])),
    ];
    for (const id of [...link.threats, ...link.mitigations]) {
      const pair = `${link.requirement} -> ${id}`;
      if (pairs.has(pair)) problems.push({ code: "duplicate-link", message: `${mapping.framework} links ${pair} twice`, path: at });
      pairs.add(pair);
    }
    return problems;
  });
};

/** A requirement is either linked or has exactly one disposition. */
const dispositionProblems = (mapping: Mapping, framework: Framework, path: Path): Problem[] => {
  const canonical = new Map(framework.requirements.flatMap((r) => [r.id, ...r.aliases].map((name) => [name, r.id] as const)));
  const linked = new Set(mapping.links.map((link) => canonical.get(link.requirement)));
  const disposed = new Set<string | undefined>();
  return mapping.dispositions.flatMap((entry, index): Problem[] => {
    const id = canonical.get(entry.requirement);
    const at = [...path, "dispositions", index, "requirement"];
    if (id === undefined)
      return [{ code: "dangling-reference", message: `${mapping.framework} has no ${entry.requirement}`, path: at, hint: didYouMean(entry.requirement, canonical.keys()) }];
    if (linked.has(id) || disposed.has(id)) return [{ code: "two-dispositions", message: `${entry.requirement} is linked or disposed of already`, path: at }];
    disposed.add(id);
    return [];
  });
};

/** Over all mappings to a framework, every requirement is spoken of: silence would be a gap that nobody sees. */
const silenceProblems = (framework: Framework, plugins: readonly Plugin[], path: Path): Problem[] => {
  const mappings = plugins.flatMap((plugin) => plugin.mappings).filter((mapping) => mapping.framework === framework.id);
  if (mappings.length === 0) return [];
  const spoken = new Set(mappings.flatMap((mapping) => [...mapping.links, ...mapping.dispositions].map((entry) => entry.requirement)));
  return framework.requirements.flatMap((requirement, index): Problem[] =>
    requirement.group || [requirement.id, ...requirement.aliases].some((name) => spoken.has(name))
      ? []
      : [
          {
            code: "no-disposition",
            message: `${framework.id} ${requirement.id} has neither a link nor a disposition`,
            path: [...path, "requirements", index],
            hint: "link it in mapping.yaml, or say under dispositions why it has no link",
          },
        ],
  );
};

/** What is wrong with the frameworks and mappings of a plugin, given all plugins. */
export const mappingProblems = (plugin: Plugin, plugins: readonly Plugin[], questions: ReadonlyMap<string, Question>): Problem[] => {
  const frameworks = new Map(plugins.flatMap((each) => each.frameworks.map((framework) => [framework.id, framework] as const)));
  const names = (items: readonly { id: string; aliases: string[] }[]) => new Set(items.flatMap((item) => [item.id, ...item.aliases]));
  const threats = names(plugins.flatMap((each) => each.threats));
  const mitigations = names(plugins.flatMap((each) => each.mitigations));
  return [
    ...plugin.frameworks.flatMap((framework, index) => [
      ...frameworkProblems(framework, questions, ["frameworks", index]),
      ...silenceProblems(framework, plugins, ["frameworks", index]),
    ]),
    ...plugin.mappings.flatMap((mapping, index): Problem[] => {
      const path: Path = ["mappings", index];
      const framework = frameworks.get(mapping.framework);
      if (!framework)
        return [
          {
            code: "dangling-reference",
            message: `no framework is called ${mapping.framework}`,
            path: [...path, "framework"],
            hint: didYouMean(mapping.framework, frameworks.keys()),
          },
        ];
      const edition: Problem[] =
        framework.edition === mapping.edition
          ? []
          : [{ code: "wrong-edition", message: `the mapping is for edition ${mapping.edition}, the framework loaded is ${framework.edition}`, path: [...path, "edition"] }];
      return [...edition, ...linkProblems(mapping, { requirements: names(framework.requirements), threats, mitigations }, path), ...dispositionProblems(mapping, framework, path)];
    }),
  ];
};
