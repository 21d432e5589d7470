import Handlebars from "handlebars";
import { OPTIONS, PARTIAL_SOURCES } from "../generated/sources.js";
import { prepare, tidy } from "../renderTemplate.js";
import type { View } from "../view/View.js";

/**
 * Renders the text of a template that was checked. To be run where its time and memory are bounded: a template can ask for
 * more than there is.
 * @throws where the template names something that the view does not have
 */
export const renderSource = (source: string, view: View): string => {
  const environment = Handlebars.create();
  prepare(environment);
  for (const [name, text] of Object.entries(PARTIAL_SOURCES)) environment.registerPartial(name, environment.compile(text, OPTIONS));
  return tidy(environment.compile(source, OPTIONS)(view));
};
