import { type Knowledge, type Problem, type Result, type System, type SystemFile, failure, success } from "@strideml/plugin-kit";
import { architectureProblems } from "./architectureProblems.js";
import { formAnswers } from "./formAnswers.js";
import { resolveAnswers } from "./resolveAnswers.js";

const repeated = (ids: string[], path: Problem["path"], what: string): Problem[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ code: "duplicate-id", message: `${what} ${id} is decided on twice`, path: [...path, index, "id"], hint: "keep one of the two" }],
  );

const decisionProblems = ({ decisions }: SystemFile): Problem[] => [
  ...repeated(
    decisions.mitigations.map((decision) => decision.id),
    ["decisions", "mitigations"],
    "the mitigation",
  ),
  ...repeated(
    decisions.findings.map((decision) => decision.id),
    ["decisions", "findings"],
    "the finding",
  ),
];

/**
 * Checks what a system file says against the loaded knowledge, and fills in what follows from the answers.
 * @param file of the right shape; `parseSystem` takes anything
 * @returns the system with every question answered, or every problem at once
 */
export const resolveSystem = (file: SystemFile, knowledge: Knowledge): Result<System> => {
  const { answers, origins, problems } = resolveAnswers(file.profile, file.context, knowledge);
  const forms = formAnswers(file.questionnaires, knowledge);
  const all = [...problems, ...decisionProblems(file), ...architectureProblems(file.architecture, knowledge), ...forms.problems];
  if (all.length > 0) return failure(all);
  const { system, architecture, decisions } = file;
  return success({ system, answers, origins, questionnaires: forms.answers, decisions, ...(architecture && { architecture }) });
};
