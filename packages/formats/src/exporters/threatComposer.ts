import { defineExporter, type ExportJob, type Exporter } from "@strideml/plugin-kit";
import { systemText } from "../systemText.js";
import { assumptionsOf } from "../threatComposer/assumptions.js";
import { architectureOf, dataflowOf } from "../threatComposer/descriptions.js";
import { mitigationsOf } from "../threatComposer/mitigations.js";
import { plainCut } from "../threatComposer/plain.js";
import { toThreat } from "../threatComposer/threats.js";

const modelOf = (job: ExportJob) => ({
  schema: 1,
  applicationInfo: { name: plainCut(job.model.system.name, 200), description: plainCut(systemText(job), 100_000) },
  architecture: architectureOf(job.model),
  dataflow: dataflowOf(job.model),
  ...assumptionsOf(job),
  ...mitigationsOf(job),
  threats: job.model.threats.map((finding, index) => toThreat(finding, index, job)),
});

/**
 * The model as threat-composer imports it: threat statements, mitigations, assumptions and the diagram as an image.
 * Texts keep to the importer's limits and have no `<`, `>` or `&`, which it would show as entities.
 * Source: threat-composer, data exchange format, schema 1.
 */
export const threatComposer: Exporter = defineExporter({
  id: "threat-composer",
  title: "threat-composer with statements, assumptions and diagram",
  extension: "tc.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => `${JSON.stringify(modelOf(job), null, 2)}\n`,
});
