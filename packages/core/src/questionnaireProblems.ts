import { type Condition, didYouMean, type Framework, type Plugin, type Problem, type Question, type Questionnaire } from "@strideml/plugin-kit";
import { type Asked, conditionProblems } from "./conditionProblems.js";

type Path = Problem["path"];

/** A condition of a questionnaire, with how many questions and rules stand before it. */
interface Placed {
  when: Condition | undefined;
  path: Path;
  questions: number;
  rules: number;
}

/** What a condition may name: answers about the system, and the questions and outcomes before it. */
const namesFor = (questionnaire: Questionnaire, system: ReadonlyMap<string, Question>, before: Placed): Map<string, Asked> =>
  new Map<string, Asked>([
    ...system,
    ...questionnaire.questions.slice(0, before.questions).map((question) => [question.id, question] as const),
    ...questionnaire.rules.slice(0, before.rules).map((rule): [string, Asked] => [`outcome.${rule.id}`, { id: `outcome.${rule.id}`, type: "boolean", choices: [] }]),
  ]);

const conditionsIn = ({ questions, rules, narrowings, contradictions, items }: Questionnaire): Placed[] => {
  const all = { questions: questions.length, rules: rules.length };
  return [
    // Rules are read after all questions, so no outcome is known yet; a circle of questions could never be read.
    ...questions.map(({ when }, index) => ({ when, path: ["questions", index, "when"], questions: index, rules: 0 })),
    ...rules.map(({ when }, index) => ({ when, path: ["rules", index, "when"], questions: questions.length, rules: index })),
    ...narrowings.map(({ when }, index) => ({ when, path: ["narrowings", index, "when"], ...all })),
    ...contradictions.map(({ when }, index) => ({ when, path: ["contradictions", index, "when"], ...all })),
    ...items.map(({ when }, index) => ({ when, path: ["items", index, "when"], ...all })),
  ];
};

/** A question that exists, but is asked too late, is not called unknown. */
const tooLate = (problem: Problem, { questions }: Questionnaire): Problem => {
  const name = problem.path.at(-1);
  if (problem.code !== "unknown-answer" || !questions.some(({ id }) => id === name)) return problem;
  return {
    ...problem,
    code: "later-question",
    message: `${name} is not asked before`,
    expected: "a question that stands before this one",
    hint: "change the order of the questions",
  };
};

const whenProblems = (questionnaire: Questionnaire, system: ReadonlyMap<string, Question>): Problem[] =>
  conditionsIn(questionnaire).flatMap((placed) =>
    conditionProblems(placed.when, namesFor(questionnaire, system, placed), placed.path).map((problem) => tooLate(problem, questionnaire)),
  );

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
      ...whenProblems(questionnaire, system),
      ...(missing.length > 0 ? [] : referenceProblems(questionnaire, framework === undefined ? undefined : frameworks.get(framework))),
    ].map((problem) => ({ ...problem, path: ["questionnaires", index, ...problem.path] }));
  });
};
