import { type ExportJob, type ThreatModel, defineExporter } from "@strideml/plugin-kit";
import { markup, markupLine } from "./common/escapeMarkup.js";
import { jsonText } from "./common/jsonText.js";
import { textsOf } from "./common/textsOf.js";
import { assetsOf, componentsOf } from "./oscal/oscalComponents.js";
import { documentOf, oscalMoment, propertiesOf, systemUuid } from "./oscal/oscalDocument.js";
import { findingOf } from "./oscal/oscalFindings.js";
import { observationOf, observationUuid } from "./oscal/oscalObservations.js";
import { riskOf } from "./oscal/oscalRisks.js";
import { oscalToken } from "./oscal/oscalToken.js";

/** OSCAL wants results to name their plan. The plan of a threat model is its method. */
const planOf = (model: ThreatModel) => ({
  uuid: systemUuid(model, "plan"),
  title: "Threat modelling by STRIDE",
  description: "Threats that apply to the system are read from the answers about it, placed on the components of its architecture and scored by likelihood and impact.",
});

const controlsOf = ({ mitigations }: ThreatModel): object =>
  mitigations.length === 0
    ? { "include-all": {} }
    : { "include-controls": mitigations.map(({ id }) => ({ "control-id": oscalToken(id), "statement-ids": [`${oscalToken(id)}_smt`] })) };

const resultOf = (job: ExportJob): object => {
  const { model } = job;
  const texts = textsOf(job);
  const { threats, overall, residual } = model;
  return {
    uuid: systemUuid(model, "result", model.provenance.inputDigest, model.provenance.date ?? ""),
    title: `Threat model of ${markupLine(model.system.name, 500)}`,
    description: markup(model.system.description ?? model.system.name),
    start: oscalMoment(model),
    props: propertiesOf({
      "overall-score": overall.score,
      "overall-severity": overall.severity,
      "residual-score": residual.overall.score,
      "residual-severity": residual.overall.severity,
    }),
    "local-definitions": { components: componentsOf(model), "assessment-assets": assetsOf(model) },
    "reviewed-controls": { "control-selections": [controlsOf(model)] },
    ...(threats.length > 0 && {
      observations: threats.map((finding) => observationOf(model, finding)),
      risks: threats.map((finding) => riskOf(model, finding, texts, observationUuid(model, finding))),
      findings: threats.map((finding) => findingOf(model, finding, texts)),
    }),
  };
};

/** OSCAL 1.2 assessment results: per finding an observation, a risk with its scores, and a finding about the control asked for. */
export const oscalAssessmentResults = defineExporter({
  id: "oscal-assessment-results",
  title: "OSCAL assessment results",
  extension: "oscal-assessment-results.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job) => {
    const plan = planOf(job.model);
    return jsonText({
      "assessment-results": {
        ...documentOf(job.model, "assessment-results", "Threat model of"),
        "import-ap": { href: `#${plan.uuid}` },
        results: [resultOf(job)],
        "back-matter": { resources: [plan] },
      },
    });
  },
});
