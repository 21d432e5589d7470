import { formAnswers } from "@strideml/core";
import type { Answer, Knowledge, Questionnaire } from "@strideml/plugin-kit";
import type { Flags } from "./commands.js";
import { UserError, userError } from "./UserError.js";

const valueOf = (question: Questionnaire["questions"][number] | undefined, text: string): unknown => {
  if (question?.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (question?.type === "list" && text !== "unknown") return text === "none" || text === "" ? [] : text.split(",");
  return text;
};

/**
 * The answers as a system file may hold them.
 * @param root where the problems are said to be
 * @throws UserError with every problem in the answers
 */
export const checkedAnswers = ({ id }: Questionnaire, given: Record<string, unknown>, knowledge: Knowledge, root: string): Record<string, Answer> => {
  const { answers, problems } = formAnswers({ [id]: given }, knowledge);
  if (problems.length > 0) throw new UserError(problems.map((problem) => ({ ...problem, path: [root, ...problem.path.slice(2)] })));
  return answers[id] ?? {};
};

/**
 * Answers of a file, and over them those of the command line (`--answer QUESTION=VALUE`).
 * @throws UserError with every problem in the flags
 */
export const formFlags = (questionnaire: Questionnaire, given: Record<string, Answer>, flags: Flags, knowledge: Knowledge): Record<string, Answer> => {
  const assigned = ((flags["answer"] as string[] | undefined) ?? []).map((assignment) => {
    const [id = "", ...rest] = assignment.split("=");
    if (rest.length === 0) throw userError("usage", `--answer ${assignment} is not QUESTION=VALUE`, { expected: "for instance --answer roles=provider,deployer" });
    const question = questionnaire.questions.find((each) => each.id === id);
    return [id, valueOf(question, rest.join("="))] as const;
  });
  return checkedAnswers(questionnaire, { ...given, ...Object.fromEntries(assigned) }, knowledge, "--answer");
};
