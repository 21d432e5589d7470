import { defineExporter } from "@strideml/plugin-kit";
import { jsonText } from "./common/jsonText.js";
import { textsOf } from "./common/textsOf.js";
import { bomArchitecture } from "./cyclonedx/bomArchitecture.js";
import { bomHead } from "./cyclonedx/bomHead.js";
import { bomVulnerabilities } from "./cyclonedx/bomVulnerabilities.js";

/** CycloneDX 1.7 ML-BOM: the model with its card, the architecture as components and services, every finding as a vulnerability. */
export const cyclonedx = defineExporter({
  id: "cyclonedx",
  title: "CycloneDX 1.7 ML-BOM",
  extension: "cdx.json",
  mediaType: "application/vnd.cyclonedx+json",
  deterministic: true,
  export: (job) => {
    const texts = textsOf(job);
    return jsonText({
      $schema: "http://cyclonedx.org/schema/bom-1.7.schema.json",
      bomFormat: "CycloneDX",
      specVersion: "1.7",
      ...bomHead(job.model, "1.7"),
      ...bomArchitecture(job.model, texts),
      vulnerabilities: bomVulnerabilities(job.model, texts),
    });
  },
});
