import { answerName, nested } from "@strideml/core";
import type { Knowledge, Question, System } from "@strideml/plugin-kit";

const refinement = (question: Question): string[] => {
  const name = question.id.replace(/^context\./, "");
  const values = question.type === "boolean" ? "true, false" : question.choices.map((choice) => choice.id).join(", ");
  return [`  # ${name}: ${question.title} ${question.type === "list" ? "a list of " : ""}${values}`, ...(question.help === undefined ? [] : [`  #   ${question.help}`])];
};

/** Refinements that were given, as entries of the file. */
const given = ({ answers, origins }: System): string[] => {
  const names = Object.keys(origins).filter((name) => origins[name]!.given && name.startsWith("context."));
  const context = nested(Object.fromEntries(names.map((name) => [name.replace(/^context\./, ""), answers[name]])));
  return Object.entries(context).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
};

/** The text of a system file for this system, with the refinements that were not given as comments to be filled in. */
export const systemFile = (system: System, { questions }: Pick<Knowledge, "questions">): string => {
  // A JSON string is a YAML string too, whatever is in it.
  const profile = questions
    .filter((question) => question.id.startsWith("profile."))
    .map((question) => `  ${answerName(question.id)}: ${JSON.stringify(system.answers[answerName(question.id)])}`);
  const refinements = questions.filter((question) => question.id.startsWith("context.") && !system.origins[question.id]?.given).flatMap(refinement);
  return `# A system for StrideML. strideml generate FILE makes its threat model.
schemaVersion: 1
system:
  name: ${JSON.stringify(system.system.name)}
profile:
${profile.join("\n")}

# Refinements. Each has a default that follows from the answers above; the report says which were assumed.
context:
${[...given(system), ...refinements].join("\n")}

# What was decided: mitigations (in-place, partly, planned, not-planned) and findings (mitigated, accepted,
# transferred, avoided, false-positive; with owner, reason and, where it does not hold for ever, expires).
decisions:
  mitigations: []
  findings: []
`;
};
