import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { FINDING_STATUS_OF } from "../../statuses.js";
import { traceOfFinding } from "../../trace.js";
import { webAddressOf } from "../common/webAddress.js";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { annotationProperties, bomProperties } from "./bomProperties.js";
import { componentRef } from "./modelComponent.js";

/**
 * What is known of each finding, and no more. A threat that nobody has decided on is in triage; one that is accepted or
 * transferred is still exploitable and will not be fixed. `not_affected` is never written: it wants a technical reason
 * from a fixed list, and a decision gives its reason in words.
 * Source: CycloneDX 1.7, impact analysis state and response.
 */
const RESPONSES: Partial<Record<Finding["status"], string[]>> = { "partly-mitigated": ["workaround_available"], accepted: ["will_not_fix"], transferred: ["will_not_fix"] };

const SOURCE = { name: "StrideML" };

const analysisOf = ({ status, decision, residual }: Finding): object => {
  const parts = [`Status: ${status}.`, ...(residual.because.length > 0 ? [`In place: ${residual.because.join("; ")}.`] : [])];
  if (decision?.reason) parts.push(`Reason: ${decision.reason}`);
  if (decision?.owner) parts.push(`Decided by: ${decision.owner}.`);
  if (decision?.expires) parts.push(`Until: ${decision.expires}.`);
  const response = RESPONSES[status];
  return { state: FINDING_STATUS_OF.cyclonedx[status], ...(response && { response }), detail: manyLines(parts.join(" ")) };
};

const advisoriesOf = ({ references }: Finding): object[] =>
  references.flatMap((reference) => {
    const url = webAddressOf(reference);
    return url ? [{ title: oneLine(`${reference.title}, ${reference.year}`), url }] : [];
  });

const propertiesOf = (finding: Finding): object[] => [
  ...bomProperties({
    finding: finding.id,
    threat: finding.threat,
    stride: finding.stride,
    "also-stride": finding.alsoStride,
    stage: finding.stage,
    status: finding.status,
    decision: traceOfFinding(finding)["decision"],
    likelihood: finding.likelihood,
    impact: finding.impact,
    "residual-score": finding.residual.score,
    "residual-severity": finding.residual.severity,
    "when-to-dismiss": finding.falsePositives,
  }),
  ...annotationProperties(finding.annotations),
];

/** Every finding as a vulnerability of the component it strikes. */
export const bomVulnerabilities = ({ threats }: ThreatModel, texts: Texts): object[] =>
  threats.map((finding) => ({
    "bom-ref": `finding:${finding.id}`,
    id: manyLines(finding.id),
    source: SOURCE,
    ratings: [
      {
        source: SOURCE,
        score: finding.score,
        severity: finding.severity,
        method: "other",
        justification: `Score from 1 to 10, of likelihood ${finding.likelihood} of 5 and impact ${finding.impact} of 5.`,
      },
    ],
    description: oneLine(finding.title),
    detail: manyLines(`${finding.description}\n\nWhat it takes: ${finding.prerequisites}`),
    recommendation: finding.mitigations.map((id) => `- ${oneLine(texts.mitigationTitle(id))}`).join("\n"),
    advisories: advisoriesOf(finding),
    analysis: analysisOf(finding),
    affects: [{ ref: componentRef(finding.component) }],
    properties: propertiesOf(finding),
  }));
