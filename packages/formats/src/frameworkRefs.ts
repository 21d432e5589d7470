import type { Finding, Knowledge } from "@strideml/plugin-kit";

/** The requirements that a finding touches, as `OWASP LLM Top 10 LLM01:2026`, each once, in the model's order. */
export const frameworkRefs = ({ annotations }: Pick<Finding, "annotations">, { frameworks }: Pick<Knowledge, "frameworks">): string[] => {
  const names = new Map(frameworks.map(({ id, title, shortTitle }) => [id, shortTitle ?? title]));
  return [...new Set(annotations.map(({ framework, requirement }) => `${names.get(framework) ?? framework} ${requirement}`))];
};
