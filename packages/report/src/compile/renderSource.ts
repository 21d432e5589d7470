import Handlebars from "handlebars";
import { PARTIAL_SOURCES } from "../generated/sources.js";
import { HELPERS, tidy } from "../renderTemplate.js";
import type { View } from "../view/View.js";
import { interpret } from "./interpret.js";

let partials: Record<string, hbs.AST.Program> | undefined;

/**
 * Renders the text of a template that was checked. To be run where its time and memory are bounded: a template can ask for
 * more than there is.
 * @throws Error where the template names something that the view does not have
 */
export const renderSource = (source: string, view: View): string => {
  partials ??= Object.fromEntries(Object.entries(PARTIAL_SOURCES).map(([name, text]) => [name, Handlebars.parse(text)]));
  return tidy(interpret(Handlebars.parse(source), view, { helpers: HELPERS, partials }));
};
