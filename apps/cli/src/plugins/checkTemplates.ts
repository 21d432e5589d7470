import { UserError } from "../UserError.js";

/**
 * Checks the templates that a plugin brings, so that a wrong one is told when the plugin is loaded and not on the day it is used.
 * @param place where the template of an index is, for messages
 * @throws UserError with everything that is wrong with them
 */
export const checkTemplates = async (templates: unknown, place: (index: number) => { file: string; skipped: number }): Promise<void> => {
  if (!Array.isArray(templates) || templates.length === 0) return;
  const { checkTemplate } = await import("../lazy/checkTemplate.js");
  const problems = templates.flatMap((template: { source?: unknown } | null, index) => {
    const { file, skipped } = place(index);
    return typeof template?.source === "string" ? checkTemplate(template.source, file, skipped) : [];
  });
  if (problems.length > 0) throw new UserError(problems);
};
