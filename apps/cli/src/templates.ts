import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Knowledge } from "@strideml/plugin-kit";
import { BUILT_IN_TEMPLATES, type CompiledTemplate } from "@strideml/report";
import type { Io } from "./Io.js";
import { readInput } from "./readInput.js";
import { oneOf } from "./readSystem.js";
import { UserError } from "./UserError.js";

/** A template that may be used: one of ours, compiled, or somebody else's text. */
export interface ChosenTemplate extends CompiledTemplate {
  /** The text of a template that did not come with the product. */
  source?: string;
  /** The file or plugin that it is from, for messages. */
  file: string;
  /** Lines of the file before the text. */
  skipped: number;
}

/** Templates that can be named: ours and those of plugins. */
export const allTemplates = ({ templates }: Pick<Knowledge, "templates">): { id: string; title: string; description: string }[] =>
  [...BUILT_IN_TEMPLATES, ...templates].map(({ id, title, description }) => ({ id, title, description }));

const isFile = (name: string, io: Io): boolean => name.endsWith(".hbs") || (/[\\/]/.test(name) && existsSync(resolve(io.cwd(), name)));

const checked = async (template: ChosenTemplate): Promise<ChosenTemplate> => {
  const { checkTemplate } = await import("./lazy/checkTemplate.js");
  const problems = checkTemplate(template.source!, template.file, template.skipped);
  if (problems.length > 0) throw new UserError(problems);
  return template;
};

/**
 * A template from a file.
 * @throws UserError with everything that is wrong with it, each with its line and column
 */
export const readTemplateFile = async (path: string, io: Io): Promise<ChosenTemplate> => {
  const { readTemplate } = await import("./lazy/checkTemplate.js");
  const { name, text } = await readInput(path, io);
  const read = readTemplate(text, basename(path).replace(/\.hbs$/, ""), name);
  if (!read.ok) throw new UserError(read.problems);
  const { source } = read.value;
  return checked({ ...read.value, spec: {}, file: name, skipped: text.slice(0, text.length - source.length).split("\n").length - 1 });
};

/** The template that is asked for: by id, or by the path of a file. */
export const chosenTemplate = async (name: string, knowledge: Knowledge, io: Io): Promise<ChosenTemplate> => {
  const foreign = knowledge.templates.find(({ id }) => id === name);
  if (foreign) return checked({ ...foreign, spec: {}, file: `template ${foreign.id}`, skipped: 0 });
  const ours = BUILT_IN_TEMPLATES.find(({ id }) => id === name);
  if (ours) return { ...ours, file: name, skipped: 0 };
  if (isFile(name, io)) return readTemplateFile(name, io);
  const ids = allTemplates(knowledge).map(({ id }) => id);
  return chosenTemplate(oneOf(name, ids, "template"), knowledge, io);
};
