import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { generateThreatModel, parseSystem, type Surroundings } from "@strideml/core";
import type { ReadTemplate } from "@strideml/formats";
import { type Knowledge, success, type System, type ThreatModel } from "@strideml/plugin-kit";
import { BUILT_IN_TEMPLATES, type CompiledTemplate, fileName, type Format, formatOf, FORMATS, type Renderers, renderTemplate, toView } from "@strideml/report";
import manifest from "strideml/package.json";
import { createOpen } from "./openFile.js";
import { plainSystem } from "./plainSystem.js";
import type { Engine, ListedFormat, ListedTemplate } from "./protocol.js";

/** The same words as the command line, so that both make the same bytes. */
const ENGINE = `strideml ${manifest.version}`;

const renderers: Renderers = {
  html: async () => (await import("@strideml/report/html")).toHtml,
  docx: async () => (await import("@strideml/report/docx")).toDocx,
  pdf: async () => (await import("@strideml/report/pdf")).toPdf,
};

const around = (date: string | undefined): Surroundings => ({ engine: ENGINE, date, digest: (text) => bytesToHex(sha256(utf8ToBytes(text))) });

/** A template of ours, compiled, or somebody else's text. */
type Chosen = CompiledTemplate & { source?: string };

const templateOf = (id: string, foreign: readonly ReadTemplate[]): Chosen => {
  const theirs = foreign.find((each) => each.id === id);
  if (theirs) return { ...theirs, spec: {} };
  const ours = BUILT_IN_TEMPLATES.find((each) => each.id === id);
  if (!ours) throw new Error(`there is no template ${id}`);
  return ours;
};

/** The Markdown of a template. Those of others are interpreted; the page ends them where they take too long. */
const rendered = async (template: Chosen, model: ThreatModel, knowledge: Knowledge): Promise<string> => {
  const view = toView(model, knowledge, template);
  if (template.source === undefined) return renderTemplate(template, view);
  const { renderSource } = await import("@strideml/report/compile");
  return renderSource(template.source, view);
};

type Check = Engine["check"];
type ModelOf = (system: System, date: string | undefined) => ThreatModel;

const allFormats = async (): Promise<Format[]> => [...FORMATS, ...(await import("@strideml/formats")).EXPORTERS.map((exporter) => formatOf(exporter))];

const listed = ({ id, title, extension, mediaType, usesTemplate }: Format): ListedFormat => ({ id, title, extension, mediaType, usesTemplate });

const listedTemplates = (foreign: readonly ReadTemplate[]): ListedTemplate[] => [
  ...BUILT_IN_TEMPLATES.map(({ id, title, description }) => ({ id, title, description, foreign: false })),
  ...foreign.map(({ id, title, description }) => ({ id, title, description, foreign: true })),
];

/** Everything but the change of packs, which makes a new one. */
export type FixedEngine = Omit<Engine, "usePacks">;

/**
 * The engine over one body of knowledge.
 * @param lone templates that were dropped alone
 */
export const createEngine = (knowledge: Knowledge, lone: readonly ReadTemplate[] = []): FixedEngine => {
  const foreign = [...knowledge.templates, ...lone] as readonly ReadTemplate[];
  const modelOf: ModelOf = (system, date) => generateThreatModel(system, knowledge, around(date));
  const check: Check = (value) => {
    const parsed = parseSystem(value, knowledge);
    return parsed.ok ? success(plainSystem(parsed.value)) : parsed;
  };
  return {
    questions: () => knowledge.questions,
    mitigations: () => knowledge.mitigations,
    frameworks: () => knowledge.frameworks,
    questionnaires: () => knowledge.questionnaires,
    templates: () => listedTemplates(foreign),
    formats: () => FORMATS.map(listed),
    allFormats: async () => (await allFormats()).map(listed),
    examples: async () => (await import("./examples.js")).listExamples(),
    openExample: async (id) => {
      const { readExample } = await import("./examples.js");
      const checked = check(readExample(id));
      if (!checked.ok) throw new Error(checked.problems.map((problem) => problem.message).join("; "));
      return checked.value;
    },
    generate: (system, date) => {
      const parsed = parseSystem(system, knowledge);
      return parsed.ok ? success(modelOf(parsed.value, date)) : parsed;
    },
    open: createOpen(knowledge, check, modelOf),
    check,
    write: async (system) => (await import("@strideml/formats")).writeYaml(system),
    diagram: async (model) => (await import("@strideml/report/diagram")).dataFlowDiagram(model),
    make: async ({ model, template, format }) => {
      const chosen = FORMATS.find((each) => each.id === format) ?? (await allFormats()).find((each) => each.id === format);
      if (!chosen) throw new Error(`there is no format ${format}`);
      const document = templateOf(template, foreign);
      const text = chosen.usesTemplate && document.source !== undefined ? { rendered: await rendered(document, model, knowledge) } : {};
      const content = await chosen.make({ model, knowledge, template: document, ...text }, renderers);
      // A page takes bytes as it takes text: both only go into a file.
      return { name: fileName(chosen, template, model), mediaType: chosen.mediaType, content: content as string | Uint8Array<ArrayBuffer> };
    },
    preview: async ({ model, template }) => {
      const { toHtmlBody } = await import("@strideml/report/html");
      return toHtmlBody(await rendered(templateOf(template, foreign), model, knowledge), model);
    },
  };
};
