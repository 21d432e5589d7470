import Handlebars from "handlebars/runtime.js";
import type HandlebarsFull from "handlebars";
import type { HelperOptions } from "handlebars";
import { PARTIALS, TEMPLATES, type Spec } from "./generated/templates.js";
import type { View } from "./view/View.js";

/** A template ready to render: its text was compiled at build time. */
export interface CompiledTemplate {
  id: string;
  title: string;
  description: string;
  framework?: string;
  questionnaire?: string;
  spec: Spec;
}

/** The templates that come with the product. */
export const BUILT_IN_TEMPLATES: readonly CompiledTemplate[] = TEMPLATES;

/** The runtime's own types are empty; it is the full library without the compiler. */
type Runtime = typeof HandlebarsFull;

/** The helpers of ours, for whatever renders a template. */
export const HELPERS = {
  join: (list: readonly string[], separator: string): string => list.join(separator),
  eq: (a: unknown, b: unknown): boolean => a === b,
} as const;

/** Handlebars' own also walks through objects, and keeps more for each element than whether it is the first. */
function each(this: unknown, list: readonly unknown[], { fn, inverse }: HelperOptions): string {
  if (list.length === 0) return inverse(this);
  return list.map((entry, index) => fn(entry, { data: { first: index === 0 } })).join("");
}

/** An own environment: nothing that other code registers reaches a template. */
const createEnvironment = (): Runtime => {
  const environment = (Handlebars as unknown as { create: () => Runtime }).create();
  for (const name of ["log", "lookup"]) environment.unregisterHelper(name);
  for (const [name, helper] of Object.entries(HELPERS)) environment.registerHelper(name, helper as (...args: unknown[]) => unknown);
  environment.registerHelper("each", each);
  for (const [name, spec] of Object.entries(PARTIALS)) environment.registerPartial(name, environment.template(spec));
  return environment;
};

let environment: Runtime | undefined;

/** Lines that templates leave empty where a block wrote nothing are closed up: one empty line between blocks. */
export const tidy = (markdown: string): string => {
  const closed = markdown.replace(/\n[ \t\n]*\n/g, "\n\n").trim();
  // Few documents have a line that ends in a space, and looking for one is cheaper than replacing.
  return `${closed.includes(" \n") || closed.includes("\t\n") ? closed.replace(/[ \t]+\n/g, "\n") : closed}\n`;
};

/**
 * Renders a template to Markdown. Figures appear as images with the address `figure:NAME`.
 * @throws where a template names something that the view does not have; the message says what
 */
export const renderTemplate = (template: CompiledTemplate, view: View): string => {
  environment ??= createEnvironment();
  return tidy(environment.template(template.spec)(view));
};
