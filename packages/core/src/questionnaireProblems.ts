import type { Condition, Framework, Plugin, Problem, Question, Questionnaire } from "@strideml/plugin-kit";
import { type Asked, conditionProblems } from "./conditionProblems.js";
import { didYouMean } from "./nearest.js";

type Path = Problem["path"];

/** What a condition may name: own questions, answers about the system, outcomes of rules before it. */
const namesFor = (questionnaire: Questionnaire, system: ReadonlyMap<string, Question>, rules: number): Map<string, Asked> =>
  new Map<string, Asked>([
    ...system,
    ...questionnaire.questions.map((question) => [question.id, question] as const),
    ...questionnaire.rules.slice(0, rules).map((rule): [string, Asked] => [`outcome.${rule.id}`, { id: `outcome.${rule.id}`, type: "boolean", choices: [] }]),
  ]);

const conditionsIn = (questionnaire: Questionnaire): { when: Condition | undefined; path: Path; rules: number }[] => {
  const { questions, rules, narrowings, contradictions, items } = questionnaire;
  return [
    ...questions.map(({ when }, index) => ({ when, path: ["questions", index, "when"], rules: 0 })),
    ...rules.map(({ when }, index) => ({ when, path: ["rules", index, "when"], rules: index })),
    ...narrowings.map(({ when }, index) => ({ when, path: ["narrowings", index, "when"], rules: rules.length })),
    ...contradictions.map(({ when }, index) => ({ when, path: ["contradictions", index, "when"], rules: rules.length })),
    ...items.map(({ when }, index) => ({ when, path: ["items", index, "when"], rules: rules.length })),
  ];
};

const referencesIn = ({ rules, narrowings, items }: Questionnaire): { id: string; path: Path; routes: boolean }[] => [
  ...rules.flatMap((rule, index) => [
    ...rule.requirements.map((id, at) => ({ id, path: ["rules", index, "requirements", at], routes: false })),
    ...rule.binds.map((id, at) => ({ id, path: ["rules", index, "binds", at], routes: false })),
    ...rule.exempts.map((id, at) => ({ id, path: ["rules", index, "exempts", at], routes: true })),
    ...rule.routes.map((id, at) => ({ id, path: ["rules", index, "routes", at], routes: true })),
    ...rule.postpones.map(({ requirement: id }, at) => ({ id, path: ["rules", index, "postpones", at, "requirement"], routes: true })),
  ]),
  ...narrowings.flatMap(({ requirements }, index) => requirements.map((id, at) => ({ id, path: ["narrowings", index, "requirements", at], routes: false }))),
  ...items.flatMap(({ links }, index) => links.map((id, at) => ({ id, path: ["items", index, "links", at], routes: false }))),
];

const referenceProblems = (questionnaire: Questionnaire, framework: Framework | undefined): Problem[] => {
  const requirements = new Set(framework?.requirements.map(({ id }) => id));
  const routes = new Set(framework?.requirements.flatMap(({ applies }) => applies.flatMap(({ route }) => (route === undefined ? [] : [route]))));
  return referencesIn(questionnaire)
    .filter(({ id, routes: orRoute }) => !requirements.has(id) && !(orRoute && (id === "*" || routes.has(id))))
    .map(({ id, path }) => ({
      code: "unknown-requirement",
      message: `${questionnaire.framework ?? "no framework"} has no requirement or route ${id}`,
      path,
      hint: didYouMean(id, [...requirements, ...routes]),
    }));
};

const repeated = (ids: readonly string[], path: Path): Problem[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ code: "duplicate-id", message: `${id} is used twice`, path: [...path, index, "id"], hint: "rename one" }]));

const ownProblems = (questionnaire: Questionnaire, system: ReadonlyMap<string, Question>): Problem[] => {
  const ids = questionnaire.questions.map(({ id }) => id);
  const unknown = questionnaire.items.flatMap(({ questions }, index) =>
    questions.flatMap((id, at): Problem[] =>
      ids.includes(id) ? [] : [{ code: "unknown-answer", message: `no question is called ${id}`, path: ["items", index, "questions", at], hint: didYouMean(id, ids) }],
    ),
  );
  const role = questionnaire.roleQuestion;
  return [
    ...repeated(ids, ["questions"]),
    ...repeated(
      questionnaire.rules.map(({ id }) => id),
      ["rules"],
    ),
    ...repeated(
      questionnaire.items.map(({ id }) => id),
      ["items"],
    ),
    ...ids.flatMap((id, index): Problem[] =>
      system.has(id) ? [{ code: "duplicate-id", message: `${id} is a question about the system already`, path: ["questions", index, "id"] }] : [],
    ),
    ...(role === undefined || ids.includes(role)
      ? []
      : [{ code: "unknown-answer", message: `no question is called ${role}`, path: ["roleQuestion"], hint: didYouMean(role, ids) }]),
    ...unknown,
  ];
};

/** What is wrong with the questionnaires of a plugin: names that nobody defines, requirements that no framework has, cycles. */
export const questionnaireProblems = (plugin: Plugin, plugins: readonly Plugin[], system: ReadonlyMap<string, Question>): Problem[] => {
  const frameworks = new Map(plugins.flatMap((each) => each.frameworks.map((framework) => [framework.id, framework] as const)));
  return plugin.questionnaires.flatMap((questionnaire, index) => {
    const { framework } = questionnaire;
    const missing: Problem[] =
      framework === undefined || frameworks.has(framework)
        ? []
        : [{ code: "unknown-framework", message: `no plugin brings the framework ${framework}`, path: ["framework"], hint: didYouMean(framework, frameworks.keys()) }];
    return [
      ...missing,
      ...ownProblems(questionnaire, system),
      ...conditionsIn(questionnaire).flatMap(({ when, path, rules }) => conditionProblems(when, namesFor(questionnaire, system, rules), path)),
      ...(missing.length > 0 ? [] : referenceProblems(questionnaire, framework === undefined ? undefined : frameworks.get(framework))),
    ].map((problem) => ({ ...problem, path: ["questionnaires", index, ...problem.path] }));
  });
};
