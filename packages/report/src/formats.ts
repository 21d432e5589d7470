import type { Exporter, Knowledge, ThreatModel } from "@strideml/plugin-kit";
import { type CompiledTemplate, renderTemplate } from "./renderTemplate.js";
import { toMarkdown } from "./toMarkdown.js";
import { toView } from "./view/toView.js";

/** What a format needs to make its bytes. */
export interface Job {
  model: ThreatModel;
  knowledge: Knowledge;
  template: CompiledTemplate;
  /** What the template gave, where it was rendered already: templates of users are rendered apart, within bounds. */
  rendered?: string;
}

/** Turns a rendered template into a document: text, or the bytes of a file. */
export type Renderer = (rendered: string, model: ThreatModel) => string | Uint8Array | Promise<string | Uint8Array>;

/** Renderers that are too large to be loaded before they are needed; each app says how it loads them. */
export interface Renderers {
  html: () => Promise<Renderer>;
  docx: () => Promise<Renderer>;
  pdf: () => Promise<Renderer>;
}

/** A way for a threat model to leave. */
export interface Format {
  id: string;
  title: string;
  extension: string;
  mediaType: string;
  /** Whether it shows a template, or the model itself. */
  usesTemplate: boolean;
  make: (job: Job, renderers: Renderers) => Promise<string | Uint8Array>;
}

const render = ({ model, knowledge, template, rendered }: Job): string => rendered ?? renderTemplate(template, toView(model, knowledge, template));

/** Every format of every app: the command line and the browser list and make what stands here. */
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
    make: async (job, { html }) => (await html())(render(job), job.model),
  },
  {
    id: "docx",
    title: "Word document",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    usesTemplate: true,
    make: async (job, { docx }) => (await docx())(render(job), job.model),
  },
  {
    id: "pdf",
    title: "PDF, tagged, with outline",
    extension: "pdf",
    mediaType: "application/pdf",
    usesTemplate: true,
    make: async (job, { pdf }) => (await pdf())(render(job), job.model),
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

/** An exporter as a format: it shows the model itself. */
export const formatOf = ({ id, title, extension, mediaType, export: make }: Exporter, baseline?: ThreatModel): Format => ({
  id,
  title,
  extension,
  mediaType,
  usesTemplate: false,
  make: async ({ model, knowledge }) => make({ model, knowledge, ...(baseline && { baseline }) }),
});

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "system";

/** Name of the file that a model leaves in: the system, the document, the format. */
export const fileName = (format: Format, template: string, { system }: Pick<ThreatModel, "system">): string =>
  `${slug(system.name)}.${format.usesTemplate ? template.replaceAll("/", "-") : "threat-model"}.${format.extension}`;
