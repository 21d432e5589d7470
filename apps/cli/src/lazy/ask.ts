import type { Knowledge, Question } from "@strideml/plugin-kit";
import { cancel, intro, isCancel, select, text } from "@clack/prompts";

/** What was answered, by the ids of the questions. */
export interface Answered {
  name: string;
  answers: Map<string, string>;
}

const askOne = (question: Question) => {
  const options = question.choices.map((choice) => ({ value: choice.id, label: choice.label, hint: choice.help }));
  return select({ message: [question.title, question.why, question.help].filter(Boolean).join("\n  "), options, maxItems: 12 });
};

const askName = () => text({ message: "What is the system called?", placeholder: "Loan approval scorer", validate: (value) => (value?.trim() ? undefined : "A name, please.") });

/** Asks on the terminal for a name and for the answers that are still open. Nothing comes back when the user leaves. */
export const ask = async (name: string | undefined, open: Knowledge["questions"]): Promise<Answered | undefined> => {
  intro("Four questions, then a threat model");
  const called = name ?? (await askName());
  const answers = new Map<string, string>();
  for (const question of isCancel(called) ? [] : open) {
    const value = await askOne(question);
    if (isCancel(value)) break;
    answers.set(question.id, value);
  }
  if (!isCancel(called) && answers.size === open.length) return { name: called, answers };
  cancel("Nothing was written.");
  return undefined;
};
