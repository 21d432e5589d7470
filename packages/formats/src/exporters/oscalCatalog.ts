import { type ExportJob, LIFECYCLE, defineExporter } from "@strideml/plugin-kit";
import { jsonText } from "./common/jsonText.js";
import { textsOf } from "./common/textsOf.js";
import { controlOf } from "./oscal/oscalControls.js";
import { documentOf } from "./oscal/oscalDocument.js";

const groupsOf = (job: ExportJob): object[] => {
  const texts = textsOf(job);
  return LIFECYCLE.flatMap((stage) => {
    const controls = job.model.mitigations.filter((mitigation) => mitigation.stage === stage).map((mitigation) => controlOf(mitigation, texts.mitigation(mitigation.id)));
    return controls.length === 0 ? [] : [{ id: stage, class: "lifecycle-stage", title: stage.slice(0, 1).toUpperCase() + stage.slice(1), controls }];
  });
};

/** OSCAL 1.2 catalog: the mitigations that this threat model asks for, as controls grouped by stage of the lifecycle. */
export const oscalCatalog = defineExporter({
  id: "oscal-catalog",
  title: "OSCAL catalog of the mitigations",
  extension: "oscal-catalog.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => {
    const groups = groupsOf(job);
    return jsonText({ catalog: { ...documentOf(job.model, "catalog", "Mitigations for"), ...(groups.length > 0 && { groups }) } });
  },
});
