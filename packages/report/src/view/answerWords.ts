import type { Answer } from "@strideml/plugin-kit";

/** What answers are put in words by: a question's choices. */
interface WithChoices {
  choices: readonly { id: string; label: string }[];
}

/** An answer as people read it. */
export const answerWords = ({ choices }: WithChoices, answer: Answer | undefined): string => {
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  const label = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id;
  if (Array.isArray(answer)) return answer.length === 0 ? "None" : answer.map(label).join(", ");
  return answer === undefined ? "" : label(answer);
};
