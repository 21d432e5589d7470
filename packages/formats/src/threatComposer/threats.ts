import { addressOf, type ExportJob, type Finding, type Stride } from "@strideml/plugin-kit";
import { decisionText, findingText, impactText, likelihoodText } from "../findingText.js";
import { frameworkRefs } from "../frameworkRefs.js";
import { SEVERITY_WORDS_OF } from "../scales.js";
import { FINDING_STATUS_OF } from "../statuses.js";
import { traceOfFinding } from "../trace.js";
import { uuidOf } from "../uuidOf.js";
import { custom, customTrace } from "./custom.js";
import { grammarOf } from "./grammar.js";
import { plainCut } from "./plain.js";

const LETTERS: Record<Stride, string> = {
  spoofing: "S",
  tampering: "T",
  repudiation: "R",
  "information-disclosure": "I",
  "denial-of-service": "D",
  "elevation-of-privilege": "E",
};

export const threatId = (id: Finding["id"]): string => uuidOf("finding", id);

const metadataOf = (finding: Finding, { knowledge }: ExportJob) => {
  const { score, severity, residual } = finding;
  return [
    { key: "STRIDE", value: [...new Set([finding.stride, ...finding.alsoStride])].map((stride) => LETTERS[stride]) },
    { key: "Priority", value: SEVERITY_WORDS_OF.threatComposer[severity] },
    { key: "Comments", value: plainCut([...decisionText(finding), findingText(finding, knowledge)].join("\n\n"), 1000) },
    ...custom({
      risk: `${severity}, ${score} of 10; with the mitigations in place today ${residual.severity}, ${residual.score} of 10`,
      likelihood: likelihoodText(finding),
      impact: impactText(finding),
      description: finding.description,
      prerequisites: finding.prerequisites,
      "when to dismiss": finding.falsePositives,
      frameworks: frameworkRefs(finding, knowledge),
      references: finding.references.map((reference) => `${reference.title} (${reference.year}) ${addressOf(reference) ?? ""}`),
    }),
    ...customTrace(traceOfFinding(finding)),
  ];
};

/** A finding as a threat statement. Whole texts are in the metadata, because fields are short. */
export const toThreat = (finding: Finding, index: number, job: ExportJob) => ({
  id: threatId(finding.id),
  numericId: index + 1,
  displayOrder: index + 1,
  ...grammarOf(finding, job),
  status: FINDING_STATUS_OF.threatComposer[finding.status],
  tags: [finding.severity, finding.stage, finding.status],
  metadata: metadataOf(finding, job),
});
