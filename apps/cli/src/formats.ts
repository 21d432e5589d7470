import type { Knowledge, ThreatModel } from "@strideml/plugin-kit";
import { type CompiledTemplate, renderTemplate, toMarkdown, toView } from "@strideml/report";

/** What a format needs to make its bytes. */
export interface Job {
  model: ThreatModel;
  knowledge: Knowledge;
  template: CompiledTemplate;
}

/** A way for a threat model to leave. */
export interface Format {
  id: string;
  title: string;
  extension: string;
  mediaType: string;
  /** Whether it shows a template, or the model itself. */
  usesTemplate: boolean;
  make: (job: Job) => Promise<string>;
}

const render = ({ model, knowledge, template }: Job): string => renderTemplate(template, toView(model, knowledge));

/** Every format; `list formats` and the help read it here. */
export const FORMATS: readonly Format[] = [
  {
    id: "md",
    title: "Markdown with the diagram as Mermaid",
    extension: "md",
    mediaType: "text/markdown",
    usesTemplate: true,
    make: (job) => Promise.resolve(toMarkdown(render(job), job.model)),
  },
  {
    id: "html",
    title: "One self-contained page with drawn figures",
    extension: "html",
    mediaType: "text/html",
    usesTemplate: true,
    make: async (job) => (await import("./lazy/toHtml.js")).toHtml(render(job), job.model),
  },
  {
    id: "json",
    title: "The threat model as data (strideml/threat-model@1)",
    extension: "json",
    mediaType: "application/json",
    usesTemplate: false,
    make: ({ model }) => Promise.resolve(`${JSON.stringify(model, null, 2)}\n`),
  },
];
