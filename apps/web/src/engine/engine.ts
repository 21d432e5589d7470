import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { generateThreatModel, parseSystem, readSavedModel, type Surroundings, systemOfModel } from "@strideml/core";
import type { Knowledge, System, ThreatModel } from "@strideml/plugin-kit";
import { failure, success } from "@strideml/plugin-kit";
import { BUILT_IN_TEMPLATES, fileName, type Format, formatOf, FORMATS, type Renderers, renderTemplate, toView } from "@strideml/report";
import manifest from "strideml/package.json";
import { plainSystem } from "./plainSystem.js";
import type { Catalogue, Engine, ListedFormat } from "./protocol.js";

/** The same words as the command line, so that both make the same bytes. */
const ENGINE = `strideml ${manifest.version}`;

const renderers: Renderers = {
  html: async () => (await import("@strideml/report/html")).toHtml,
  docx: async () => (await import("@strideml/report/docx")).toDocx,
  pdf: async () => (await import("@strideml/report/pdf")).toPdf,
};

const around = (date: string | undefined): Surroundings => ({ engine: ENGINE, date, digest: (text) => bytesToHex(sha256(utf8ToBytes(text))) });

const templateOf = (id: string) => {
  const template = BUILT_IN_TEMPLATES.find((each) => each.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  return template;
};

const looksLikeModel = (value: unknown): boolean => value !== null && typeof value === "object" && "format" in value && "threats" in value;

type Check = Engine["check"];
type ModelOf = (system: System, date: string | undefined) => ThreatModel;

/** Reads a file, whichever of the two kinds it is. */
const createOpen =
  (knowledge: Knowledge, check: Check, modelOf: ModelOf): Engine["open"] =>
  async (text, name) => {
    const { readYaml } = await import("@strideml/formats");
    const source = readYaml(text, name);
    if (!source.ok) return source;
    const { value, place } = source.value;
    if (!looksLikeModel(value)) {
      const checked = check(value);
      return checked.ok ? success({ kind: "system", system: checked.value }) : failure(checked.problems.map(place));
    }
    const saved = readSavedModel(value, name);
    if (!saved.ok) return saved;
    const system = systemOfModel(saved.value, knowledge);
    const parsed = parseSystem(system, knowledge);
    const fresh = parsed.ok ? modelOf(parsed.value, saved.value.provenance.date) : undefined;
    return success({ kind: "model", system, saved: saved.value, differs: fresh === undefined || JSON.stringify(fresh) !== JSON.stringify(saved.value) });
  };

const allFormats = async (): Promise<Format[]> => [...FORMATS, ...(await import("@strideml/formats")).EXPORTERS.map((exporter) => formatOf(exporter))];

const listed = ({ id, title, extension, mediaType, usesTemplate }: Format): ListedFormat => ({ id, title, extension, mediaType, usesTemplate });

/** What the page lists. */
const catalogueOf = ({ questions, mitigations, frameworks, questionnaires }: Knowledge): Catalogue => ({
  questions,
  mitigations,
  frameworks,
  questionnaires,
  templates: BUILT_IN_TEMPLATES.map(({ id, title, description }) => ({ id, title, description })),
  formats: FORMATS.map(listed),
});

/** The engine over one body of knowledge. */
export const createEngine = (knowledge: Knowledge): Engine => {
  const modelOf: ModelOf = (system, date) => generateThreatModel(system, knowledge, around(date));
  const check: Check = (value) => {
    const parsed = parseSystem(value, knowledge);
    return parsed.ok ? success(plainSystem(parsed.value)) : parsed;
  };
  return {
    catalogue: () => catalogueOf(knowledge),
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
    formats: async () => (await allFormats()).map(listed),
    make: async ({ model, template, format }) => {
      const chosen = FORMATS.find((each) => each.id === format) ?? (await allFormats()).find((each) => each.id === format);
      if (!chosen) throw new Error(`there is no format ${format}`);
      const content = await chosen.make({ model, knowledge, template: templateOf(template) }, renderers);
      // A page takes bytes as it takes text: both only go into a file.
      return { name: fileName(chosen, template, model), mediaType: chosen.mediaType, content: content as string | Uint8Array<ArrayBuffer> };
    },
    preview: async ({ model, template }) => {
      const compiled = templateOf(template);
      const { toHtmlBody } = await import("@strideml/report/html");
      return toHtmlBody(renderTemplate(compiled, toView(model, knowledge, compiled)), model);
    },
  };
};
