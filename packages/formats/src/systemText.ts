import type { Answer, ExportJob } from "@strideml/plugin-kit";

/** An answer in the words of its question. */
export const answerText = (id: string, answer: Answer, { questions }: ExportJob["knowledge"]): string => {
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  const choices = questions.find((question) => question.id === id)?.choices ?? [];
  const label = (value: string) => choices.find((choice) => choice.id === value)?.label ?? value;
  return typeof answer === "string" ? label(answer) : answer.map(label).join(", ") || "none";
};

/** What a system is and how it scores, in paragraphs, for the field that consumers have for it. */
export const systemText = ({ model, knowledge }: ExportJob): string => {
  const { system, profile, overall, residual, threats } = model;
  const answers = Object.entries(profile).map(([name, answer]) => {
    const id = `profile.${name}`;
    return `- ${knowledge.questions.find((question) => question.id === id)?.title ?? name} ${answerText(id, answer, knowledge)}`;
  });
  return [
    ...(system.description === undefined ? [] : [system.description]),
    `Risk: ${overall.score} of 10, ${overall.severity}; with the mitigations in place today ${residual.overall.score} of 10, ${residual.overall.severity}. ${threats.length} findings.`,
    answers.join("\n"),
    ...(model.unplaced.length === 0 ? [] : [`Implied by the answers but without a component to be placed on: ${model.unplaced.join(", ")}`]),
    `Made by ${model.provenance.engine}${model.provenance.date === undefined ? "" : ` on ${model.provenance.date}`}.`,
  ].join("\n\n");
};
