import { type Answer, type ExportJob, SEVERITY_WORDS } from "@strideml/plugin-kit";
import { type Cell, type Table, tableOf } from "./Table.js";

interface Entry {
  item: string;
  value: Cell;
  origin?: string;
  because?: string | undefined;
}

const answer = (value: Answer): string => (Array.isArray(value) ? value.join(", ") : typeof value === "boolean" ? (value ? "yes" : "no") : value);

const answers = ({ model, knowledge }: ExportJob): Entry[] => {
  const questions = new Map(knowledge.questions.map(({ id, title }) => [id, title]));
  const entry = (id: string, value: Answer, origin?: { given: boolean; because: string }): Entry => ({
    item: questions.get(id) ?? id,
    value: answer(value),
    origin: origin && !origin.given ? "assumed" : "given",
    because: origin && !origin.given ? origin.because : undefined,
  });
  return [
    ...Object.entries(model.profile).map(([id, value]) => entry(`profile.${id}`, value)),
    ...Object.entries(model.context).map(([id, value]) => entry(`context.${id}`, value, model.assumptions[id])),
  ];
};

/** The system, its overall scores, the answers behind them, and what made the model. */
export const systemTable = (job: ExportJob): Table => {
  const { system, overall, residual, provenance, unusedDecisions } = job.model;
  const entries: Entry[] = [
    { item: "System", value: system.name },
    { item: "Description", value: system.description },
    { item: "Owner", value: system.owner },
    { item: "Version", value: system.version },
    { item: "Overall score", value: overall.score },
    { item: "Overall severity", value: SEVERITY_WORDS[overall.severity] },
    { item: "Residual score", value: residual.overall.score },
    { item: "Residual severity", value: SEVERITY_WORDS[residual.overall.severity] },
    ...answers(job),
    { item: "Decisions that name nothing in this model", value: unusedDecisions.join("\n") || undefined },
    { item: "Day of comparison", value: provenance.date },
    { item: "Made by", value: provenance.engine },
    { item: "Knowledge", value: provenance.plugins.map(({ name, version, digest }) => `${name} ${version} ${digest}`).join("\n") },
    { item: "Digest of the input", value: provenance.inputDigest },
  ];
  return tableOf<Entry>(
    "System",
    [
      { header: "Item", width: 40, of: ({ item }) => item },
      { header: "Value", width: 60, of: ({ value }) => value },
      { header: "Given or assumed", width: 16, of: ({ origin }) => origin },
      { header: "Because", width: 60, of: ({ because }) => because },
    ],
    entries.filter(({ value }) => value !== undefined),
  );
};
