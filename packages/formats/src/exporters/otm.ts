import { defineExporter, type ExportJob, type Exporter } from "@strideml/plugin-kit";
import { attributes } from "../otm/attributes.js";
import { elementsOf } from "../otm/elements.js";
import { mitigationsOf, threatsOf } from "../otm/threats.js";
import { systemText } from "../systemText.js";
import { traceOfModel } from "../trace.js";
import { uuidOf } from "../uuidOf.js";

const modelOf = (job: ExportJob) => {
  const { system } = job.model;
  return {
    otmVersion: "0.2.0",
    project: {
      name: system.name,
      id: uuidOf("system", system.name),
      description: systemText(job),
      owner: system.owner ?? null,
      tags: Object.entries(job.model.profile).map(([name, answer]) => `${name}:${String(answer)}`),
      attributes: attributes(traceOfModel(job.model)),
    },
    ...elementsOf(job),
    threats: threatsOf(job),
    mitigations: mitigationsOf(job),
  };
};

/**
 * The model in the Open Threat Model format, with one diagram in which everything is placed.
 * Source: Open Threat Model 0.2.0; likelihood, impact, trust and risk reduction are 0-100.
 */
export const otm: Exporter = defineExporter({
  id: "otm",
  title: "Open Threat Model 0.2.0",
  extension: "otm.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => `${JSON.stringify(modelOf(job), null, 2)}\n`,
});
