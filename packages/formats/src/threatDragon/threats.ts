import { STRIDE_TITLES, type ExportJob, type Finding } from "@strideml/plugin-kit";
import { findingText } from "../findingText.js";
import { mitigationText } from "../mitigationText.js";
import { SEVERITY_WORDS_OF } from "../scales.js";
import { FINDING_STATUS_OF } from "../statuses.js";
import { traceOfFinding } from "../trace.js";
import { uuidOf } from "../uuidOf.js";

/**
 * A finding as Threat Dragon keeps it in `cells[].data.threats`, the place that its diagram, reports and edit dialog read.
 * The dialog changes threats in place, so `strideml` stays when somebody edits the status there.
 */
export const toThreat = (finding: Finding, number: number, { model, knowledge }: ExportJob) => ({
  id: uuidOf("finding", finding.id),
  title: finding.title,
  status: FINDING_STATUS_OF.threatDragon[finding.status],
  severity: SEVERITY_WORDS_OF.threatDragon[finding.severity],
  type: STRIDE_TITLES[finding.stride],
  description: findingText(finding, knowledge),
  mitigation: mitigationText(finding, model.mitigations),
  modelType: "STRIDE",
  new: false,
  number,
  score: String(finding.score),
  strideml: traceOfFinding(finding),
});

export type TdThreat = ReturnType<typeof toThreat>;
