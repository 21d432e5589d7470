import type { Knowledge, Question } from "@strideml/plugin-kit";
import { cancel, intro, isCancel, select, text } from "@clack/prompts";

/** What was answered, by the ids of the questions. */
export interface Answered {
  name: string;
  answers: Map<string, string>;
}

/** Chosen instead of an answer. No id of a choice is empty. */
const BACK = "";

const askOne = (question: Question, isFirst: boolean, before: string | undefined) => {
  const options = question.choices.map((choice) => ({ value: choice.id, label: choice.label, hint: choice.help }));
  const back = isFirst ? [] : [{ value: BACK, label: "Back", hint: "to the question before" }];
  const message = [question.title, question.why, question.help].filter(Boolean).join("\n  ");
  return select({ message, options: [...options, ...back], maxItems: 12, ...(before !== undefined && { initialValue: before }) });
};

/** Longest name of a system. */
const LONGEST = 200;

const nameProblem = (value: string | undefined): string | undefined => {
  const name = value?.trim() ?? "";
  if (name === "") return "A name, please.";
  return name.length > LONGEST ? `At most ${LONGEST} characters, please; these are ${name.length}.` : undefined;
};

const askName = () => text({ message: "What is the system called?", placeholder: "Loan approval scorer", validate: nameProblem });

const askAll = async (open: Knowledge["questions"]): Promise<Map<string, string> | undefined> => {
  const answers = new Map<string, string>();
  for (let at = 0; at < open.length;) {
    const { id } = open[at]!;
    const value = await askOne(open[at]!, at === 0, answers.get(id));
    if (isCancel(value)) return undefined;
    if (value !== BACK) answers.set(id, value);
    at += value === BACK ? -1 : 1;
  }
  return answers;
};

/** Asks on the terminal for a name and for the answers that are still open. Nothing comes back when the user leaves. */
export const ask = async (name: string | undefined, open: Knowledge["questions"]): Promise<Answered | undefined> => {
  intro("Four questions, then a threat model");
  const called = name ?? (await askName());
  const answers = isCancel(called) ? undefined : await askAll(open);
  if (!isCancel(called) && answers) return { name: called, answers };
  cancel("Nothing was written.");
  return undefined;
};
