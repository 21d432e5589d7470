import type { ExportJob } from "@strideml/plugin-kit";
import { answerText } from "../systemText.js";

/** Answers that nobody gave, and what the format asks for but no answer says. */
export const assumptionsOf = ({ model, knowledge }: ExportJob) => {
  const assumed = Object.entries(model.assumptions).filter(([name, { given }]) => !given && name in model.context);
  const lines = assumed.map(([name, { because }]) => {
    const id = `context.${name}`;
    const question = knowledge.questions.find((each) => each.id === id)?.title ?? name;
    return `${question} ${answerText(id, model.context[name]!, knowledge)}. ${because}`;
  });
  const flows = "The flows are not known to be encrypted and count as unencrypted; each counts as sensitive where the system's data is.";
  return [...lines, flows].map((description) => ({ description, validity: "unconfirmed" }));
};
