import { type PlacedProblem, type Result, failure, success } from "@strideml/plugin-kit";
import { readYaml } from "../readYaml.js";

/** A template as a plugin has it; the head may leave out all but the title. */
export interface ReadTemplate {
  id: string;
  title: string;
  description: string;
  framework?: string;
  questionnaire?: string;
  source: string;
}

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

const KEYS = ["id", "title", "description", "framework", "questionnaire"];

const headProblems = (head: Record<string, unknown>, file: string): PlacedProblem[] =>
  Object.entries(head).flatMap(([key, value]): PlacedProblem[] => {
    if (!KEYS.includes(key)) return [{ code: "unknown-key", message: `unknown key ${key} in the head`, path: [key], file, expected: `one of ${KEYS.join(", ")}` }];
    return typeof value === "string" ? [] : [{ code: "wrong-type", message: `${key} is not text`, path: [key], file, expected: "text" }];
  });

/**
 * Reads a template file: a head between lines of three hyphens, then Handlebars.
 * @param id what it is called where the head does not say
 */
export const readTemplate = (text: string, id: string, file: string): Result<ReadTemplate> => {
  const [, yaml = "", source = text] = HEAD.exec(text) ?? [];
  const parsed = readYaml(yaml, file);
  if (!parsed.ok) return parsed;
  const head = (parsed.value.value ?? {}) as Record<string, unknown>;
  if (typeof head !== "object" || Array.isArray(head))
    return failure([{ code: "wrong-type", message: "the head is not a mapping", path: [], file, expected: "title and description" }]);
  const problems = headProblems(head, file);
  return problems.length > 0 ? failure(problems) : success({ id, title: id, description: `Template ${id}.`, ...(head as Partial<ReadTemplate>), source });
};
