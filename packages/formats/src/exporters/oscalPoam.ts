import { type ExportJob, type Finding, type ThreatModel, defineExporter } from "@strideml/plugin-kit";
import { markup, markupLine } from "./common/escapeMarkup.js";
import { jsonText } from "./common/jsonText.js";
import { textsOf } from "./common/textsOf.js";
import { assetsOf, componentsOf } from "./oscal/oscalComponents.js";
import { documentOf, propertiesOf, systemUuid } from "./oscal/oscalDocument.js";
import { observationOf, observationUuid } from "./oscal/oscalObservations.js";
import { riskOf, riskUuid } from "./oscal/oscalRisks.js";

const isOpen = ({ status }: Finding): boolean => status === "open" || status === "partly-mitigated";

const itemOf = (model: ThreatModel, finding: Finding): object => ({
  uuid: systemUuid(model, "poam-item", finding.id),
  title: markupLine(finding.title),
  description: markup(finding.description),
  props: propertiesOf({ finding: finding.id, score: finding.score, severity: finding.severity, status: finding.status }),
  "related-observations": [{ "observation-uuid": observationUuid(model, finding) }],
  "related-risks": [{ "risk-uuid": riskUuid(model, finding) }],
});

/** OSCAL has no empty plan: where nothing is open, the one item says so. */
const nothingOpen = (model: ThreatModel): object => ({
  uuid: systemUuid(model, "poam-item"),
  title: "No open findings",
  description: "Every finding of the threat model is mitigated or decided. There is nothing to be done.",
});

const planOf = (job: ExportJob): object => {
  const { model } = job;
  const texts = textsOf(job);
  const open = model.threats.filter(isOpen);
  return {
    ...documentOf(model, "poam", "Plan of action for"),
    "system-id": { "identifier-type": "https://ietf.org/rfc/rfc4122", id: systemUuid(model, "this-system") },
    "local-definitions": { components: componentsOf(model), "assessment-assets": assetsOf(model) },
    ...(open.length > 0 && {
      observations: open.map((finding) => observationOf(model, finding)),
      risks: open.map((finding) => riskOf(model, finding, texts, observationUuid(model, finding))),
    }),
    "poam-items": open.length > 0 ? open.map((finding) => itemOf(model, finding)) : [nothingOpen(model)],
  };
};

/** OSCAL 1.2 plan of action and milestones: one item per open finding, its mitigations as remediations with their due dates. */
export const oscalPoam = defineExporter({
  id: "oscal-poam",
  title: "OSCAL plan of action and milestones",
  extension: "oscal-poam.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => jsonText({ "plan-of-action-and-milestones": planOf(job) }),
});
