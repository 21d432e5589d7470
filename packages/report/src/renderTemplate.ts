import Handlebars from "handlebars/runtime.js";
import type HandlebarsFull from "handlebars";
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

/** Takes out what is refused and puts in our helpers. */
export const prepare = (environment: Pick<Runtime, "registerHelper" | "unregisterHelper">): void => {
  for (const name of ["log", "lookup"]) environment.unregisterHelper(name);
  environment.registerHelper("join", (list: readonly string[], separator: string) => list.join(separator));
  environment.registerHelper("eq", (a: unknown, b: unknown) => a === b);
};

/** An own environment: nothing that other code registers reaches a template. */
const createEnvironment = (): Runtime => {
  const environment = (Handlebars as unknown as { create: () => Runtime }).create();
  prepare(environment);
  for (const [name, spec] of Object.entries(PARTIALS)) environment.registerPartial(name, environment.template(spec));
  return environment;
};

let environment: Runtime | undefined;

/** Lines that templates leave empty where a block wrote nothing are closed up: one empty line between blocks. */
export const tidy = (markdown: string): string =>
  `${markdown
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;

/**
 * Renders a template to Markdown. Figures appear as images with the address `figure:NAME`.
 * @throws where a template names something that the view does not have; the message says what
 */
export const renderTemplate = (template: CompiledTemplate, view: View): string => {
  environment ??= createEnvironment();
  return tidy(environment.template(template.spec)(view));
};
