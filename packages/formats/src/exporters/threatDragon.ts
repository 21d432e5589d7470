import { defineExporter, type ExportJob, type Exporter } from "@strideml/plugin-kit";
import { systemText } from "../systemText.js";
import { cellsOf } from "../threatDragon/diagram.js";
import { traceOfMitigation, traceOfModel } from "../trace.js";

/** Release whose file format this is; more than ten characters are refused. */
const VERSION = "2.6.2";
const TITLE = "Data-flow diagram";

const modelOf = (job: ExportJob) => {
  const { system, threats, mitigations } = job.model;
  const description = systemText(job);
  return {
    version: VERSION,
    summary: { title: system.name, owner: system.owner ?? "", description, id: 0 },
    detail: {
      contributors: [],
      diagrams: [
        {
          id: 0,
          title: TITLE,
          diagramType: "STRIDE",
          description: "Components, flows and trust boundaries, with the threats of each component.",
          placeholder: "",
          thumbnail: "./public/content/images/thumbnail.stride.jpg",
          version: VERSION,
          cells: cellsOf(job),
        },
      ],
      diagramTop: 1,
      reviewer: "",
      threatTop: threats.length,
    },
    // The format has no mitigations of its own beside the text of each threat.
    strideml: { ...traceOfModel(job.model), mitigations: mitigations.map(traceOfMitigation) },
  };
};

/**
 * The model as OWASP Threat Dragon opens it: diagram, trust boundaries and threats with status, severity and score.
 * Source: Threat Dragon 2.6.2, JSON Schema and importer.
 */
export const threatDragon: Exporter = defineExporter({
  id: "threat-dragon",
  title: "OWASP Threat Dragon 2 with diagram and threats",
  extension: "threat-dragon.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => `${JSON.stringify(modelOf(job), null, 2)}\n`,
});
