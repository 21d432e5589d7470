import { answerName } from "@strideml/core";
import type { Knowledge, Question } from "@strideml/plugin-kit";

const refinement = (question: Question): string => {
  const name = question.id.replace(/^context\./, "");
  const values = question.type === "boolean" ? "true, false" : question.choices.map((choice) => choice.id).join(", ");
  return `  # ${name}: ${question.title} ${question.type === "list" ? "a list of " : ""}${values}`;
};

/** The text of a system file with these answers, and the refinements as comments to be filled in. */
export const systemFile = (name: string, answers: ReadonlyMap<string, unknown>, { questions }: Pick<Knowledge, "questions">): string => {
  // A JSON string is a YAML string too, whatever is in it.
  const profile = questions.filter((question) => question.id.startsWith("profile.")).map((question) => `  ${answerName(question.id)}: ${JSON.stringify(answers.get(question.id))}`);
  const refinements = questions.filter((question) => question.id.startsWith("context.")).map(refinement);
  return `# A system for StrideML. strideml generate FILE makes its threat model.
schemaVersion: 1
system:
  name: ${JSON.stringify(name)}
profile:
${profile.join("\n")}

# Refinements. Each has a default that follows from the answers above; the report says which were assumed.
context: {}
${refinements.join("\n")}

# What was decided: mitigations (in-place, partly, planned, not-planned) and findings (mitigated, accepted,
# transferred, avoided, false-positive; with owner, reason and, where it does not hold for ever, expires).
decisions:
  mitigations: []
  findings: []
`;
};
