import { didYouMean, type Plugin, type Problem } from "@strideml/plugin-kit";
import { answerName } from "./condition.js";
import { catalogProblems } from "./catalogProblems.js";
import { mappingProblems } from "./mappingProblems.js";
import { questionnaireProblems } from "./questionnaireProblems.js";
import { questionProblems } from "./questionProblems.js";

/** Nouns whose ids must be unique over all plugins. */
const NOUNS = ["questions", "scales", "architectures", "threats", "mitigations", "frameworks", "questionnaires", "templates"] as const;

const duplicates = (plugins: readonly Plugin[]): Problem[] =>
  NOUNS.flatMap((noun) => {
    const owner = new Map<string, { source: string; path: (string | number)[] }>();
    return plugins.flatMap((plugin) =>
      plugin[noun].flatMap((entry, index): Problem[] =>
        [entry.id, ...("aliases" in entry ? entry.aliases : [])].flatMap((id): Problem[] => {
          const first = owner.get(id);
          if (first === undefined) {
            owner.set(id, { source: plugin.name, path: [noun, index, "id"] });
            return [];
          }
          return [
            {
              code: "duplicate-id",
              message: `${noun} has ${id} twice: in ${plugin.name} and in ${first.source}`,
              path: [noun, index, "id"],
              source: plugin.name,
              other: first,
              hint: `rename one, for instance ${plugin.name.replace(/^@/, "").replaceAll("/", "-")}/${id}`,
            },
          ];
        }),
      ),
    );
  });

const twins = (plugins: readonly Plugin[]): Problem[] => {
  const seen = new Set<string>();
  return plugins.flatMap((plugin): Problem[] => {
    if (seen.has(plugin.name)) return [{ code: "duplicate-plugin", message: `the plugin ${plugin.name} is loaded twice`, path: [], source: plugin.name, hint: "name it once" }];
    seen.add(plugin.name);
    return [];
  });
};

/** The weights name scales; a name that nothing bears would fail when the first score is made. */
const scaleProblems = (plugins: readonly Plugin[]): Problem[] => {
  const scales = new Set(plugins.flatMap((plugin) => plugin.scales.map(({ id }) => id)));
  const { name, scoring } = plugins.find((plugin) => plugin.scoring)!;
  return (["confidentiality", "integrity", "availability"] as const).flatMap((kind): Problem[] => {
    const id = scoring!.impact[kind];
    return scales.has(id)
      ? []
      : [{ code: "dangling-reference", message: `no scale is called ${id}`, path: ["scoring", "impact", kind], source: name, hint: didYouMean(id, scales) }];
  });
};

const scoringProblems = (plugins: readonly Plugin[]): Problem[] => {
  const owners = plugins.filter((plugin) => plugin.scoring).map((plugin) => plugin.name);
  if (owners.length === 1) return scaleProblems(plugins);
  const message = owners.length === 0 ? "no plugin brings scoring weights" : `several plugins bring scoring weights: ${owners.join(", ")}`;
  return [{ code: "scoring", message, path: ["scoring"], expected: "exactly one plugin with scoring weights, usually @strideml/catalog" }];
};

/** Two plugins of one name, or one id twice. */
export const uniqueProblems = (plugins: readonly Plugin[]): Problem[] => [...twins(plugins), ...duplicates(plugins)];

/** Everything wrong between plugins whose shape is right: dangling references, unpinned editions. */
export const knowledgeProblems = (plugins: readonly Plugin[]): Problem[] => {
  const questions = new Map(plugins.flatMap((plugin) => plugin.questions.map((question) => [answerName(question.id), question] as const)));
  return [
    ...scoringProblems(plugins),
    ...plugins.flatMap((plugin) =>
      [
        ...questionProblems(plugin, questions),
        ...catalogProblems(plugin, plugins, questions),
        ...mappingProblems(plugin, plugins, questions),
        ...questionnaireProblems(plugin, plugins, questions),
      ].map((problem) => ({
        ...problem,
        source: plugin.name,
      })),
    ),
  ];
};
