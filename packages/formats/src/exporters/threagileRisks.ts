import { defineExporter, type ExportJob, type Finding, type FindingStatus } from "@strideml/plugin-kit";
import { LEVEL_WORDS, levelOf, SEVERITY_WORDS_OF } from "../scales.js";
import { type Lookup, lookUp } from "./lookUp.js";
import { clip } from "./text/clip.js";
import { safeLine } from "./text/safeText.js";

/** Threagile tracks no transfer and no avoidance: the first is a risk accepted, the second a risk that is gone. */
const STATUS: Record<FindingStatus, string> = {
  open: "unchecked",
  "partly-mitigated": "in-progress",
  mitigated: "mitigated",
  accepted: "accepted",
  transferred: "accepted",
  avoided: "mitigated",
  "false-positive": "false-positive",
};

/** Ids are of letters, digits and hyphens; ours may have a namespace. */
const idOf = (id: string): string => id.replace(/[^a-z0-9-]+/gi, "-");

/** Titles are HTML in Threagile's own reports. */
const html = (text: string): string => clip(safeLine(text), 1000).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** How likely the threat ends in a loss of data: by how much confidentiality it takes. */
const breachOf = (finding: Finding, { threats }: Lookup): "improbable" | "possible" | "probable" => {
  const taken = threats.get(finding.threat)?.impact.confidentiality ?? 1;
  return taken === 0 ? "improbable" : taken === 1 ? "possible" : "probable";
};

const riskOf = (finding: Finding, names: Lookup) => {
  const breach = breachOf(finding, names);
  const asset = idOf(finding.component);
  return {
    category: idOf(finding.threat),
    risk_status: STATUS[finding.status],
    severity: SEVERITY_WORDS_OF.threagile[finding.severity],
    exploitation_likelihood: LEVEL_WORDS.threagileLikelihood[levelOf(finding.likelihood) - 1],
    exploitation_impact: LEVEL_WORDS.threagileImpact[levelOf(finding.impact) - 1],
    title: `<b>${html(finding.title)}</b> at <b>${html(names.componentTitle(finding.component))}</b>`,
    synthetic_id: `${idOf(finding.threat)}@${asset}`,
    most_relevant_data_asset: "",
    most_relevant_technical_asset: asset,
    most_relevant_trust_boundary: "",
    most_relevant_shared_runtime: "",
    most_relevant_communication_link: "",
    data_breach_probability: breach,
    data_breach_technical_assets: breach === "improbable" ? [] : [asset],
  };
};

/**
 * Findings as Threagile writes its `risks.json`, which DefectDojo and other tools read.
 * Source: Threagile 0.9.1, the JSON of its type Risk; words of its types RiskSeverity, RiskExploitationLikelihood,
 * RiskExploitationImpact, DataBreachProbability and RiskStatus.
 */
export const threagileRisks = defineExporter({
  id: "threagile-risks",
  title: "Threagile risks.json",
  extension: "risks.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job: ExportJob) => {
    const names = lookUp(job);
    return `${JSON.stringify(
      job.model.threats.map((finding) => riskOf(finding, names)),
      null,
      2,
    )}\n`;
  },
});
