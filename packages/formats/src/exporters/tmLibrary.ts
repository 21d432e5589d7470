import { defineExporter, type ExportJob, type Exporter } from "@strideml/plugin-kit";
import { standaloneSvg } from "@strideml/diagram/svg";
import { assumptionsOf } from "../tmLibrary/assumptions.js";
import { elementsOf } from "../tmLibrary/elements.js";
import { extensionsOf } from "../tmLibrary/extensions.js";
import { scopeOf } from "../tmLibrary/scope.js";
import { controlsOf, personasOf, risksOf, threatsOf } from "../tmLibrary/threats.js";

const SCHEMA = "https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json";

/** Versions are numbers with dots there; another version of ours stands in the extensions. */
const versionOf = ({ model }: ExportJob): string => (/^\d+(?:\.\d+)*$/.test(model.system.version ?? "") ? model.system.version! : "1.0");

const modelOf = (job: ExportJob) => ({
  $schema: SCHEMA,
  version: versionOf(job),
  scope: scopeOf(job),
  description: job.model.system.description ?? job.model.system.name,
  frozen: false,
  diagrams: [{ title: "Data-flow diagram", type: "svg", source: standaloneSvg(job.model) }],
  ...elementsOf(job),
  assumptions: assumptionsOf(job),
  threat_personas: personasOf(job),
  threats: threatsOf(job),
  controls: controlsOf(job),
  risks: risksOf(job),
  extensions: extensionsOf(job),
});

/**
 * The model as an entry of the OWASP Threat Model Library.
 * Source: Threat Model Library 1.0.2, JSON Schema; scores there are whole numbers from 0 to 25.
 */
export const tmLibrary: Exporter = defineExporter({
  id: "tm-library",
  title: "OWASP Threat Model Library 1.0.2",
  extension: "tm-library.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => `${JSON.stringify(modelOf(job), null, 2)}\n`,
});
