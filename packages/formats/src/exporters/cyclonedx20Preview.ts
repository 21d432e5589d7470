import { defineExporter } from "@strideml/plugin-kit";
import { jsonText } from "./common/jsonText.js";
import { textsOf } from "./common/textsOf.js";
import { bomHead } from "./cyclonedx/bomHead.js";
import { modelComponent } from "./cyclonedx/modelComponent.js";
import { MODEL, previewBlueprint } from "./cyclonedx/previewBlueprint.js";
import { previewControls } from "./cyclonedx/previewControls.js";
import { previewRisks } from "./cyclonedx/previewRisks.js";
import { previewThreats } from "./cyclonedx/previewThreats.js";

/**
 * CycloneDX 2.0 as its threat-modelling branch stood in July 2026: threats, risks, controls and the data flow as parts of
 * their own. The edition is not released and may change.
 */
export const cyclonedx20Preview = defineExporter({
  id: "cyclonedx-2.0-preview",
  title: "CycloneDX 2.0 preview (threats, risks, controls)",
  extension: "cdx-2.0-preview.json",
  mediaType: "application/vnd.cyclonedx+json",
  deterministic: true,
  export: (job) => {
    const { model } = job;
    const texts = textsOf(job);
    return jsonText({
      specFormat: "CycloneDX",
      specVersion: "2.0",
      ...bomHead(model, "2.0-preview"),
      components: [{ ...modelComponent(model, texts), "bom-ref": MODEL }],
      threats: previewThreats(model),
      risks: previewRisks(model, texts),
      controls: previewControls(model, texts),
      blueprints: [previewBlueprint(model)],
    });
  },
});
