import type { Finding, PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";
import { markup, markupLine } from "../common/escapeMarkup.js";
import type { Texts } from "../common/textsOf.js";
import { propertiesOf, systemUuid } from "./oscalDocument.js";
import { observationUuid } from "./oscalObservations.js";
import { riskUuid } from "./oscalRisks.js";
import { oscalToken, statementToken } from "./oscalToken.js";

const IMPLEMENTATION: Partial<Record<PlannedMitigation["status"], string>> = { "in-place": "implemented", partly: "partial", planned: "planned" };

/** Why a control is not satisfied, where that is on purpose. */
const reasonOf = ({ status }: Finding): string => {
  if (status === "mitigated") return "pass";
  return status === "open" || status === "partly-mitigated" ? "fail" : "other";
};

/** OSCAL's findings are about controls: ours is about the first control that its threat asks for. */
const targetOf = (finding: Finding, texts: Texts): object => {
  const [first] = finding.mitigations;
  const planned = first === undefined ? undefined : texts.planned(first);
  const state = planned && IMPLEMENTATION[planned.status];
  return {
    ...(first === undefined ? { type: "objective-id", "target-id": oscalToken(finding.threat) } : { type: "statement-id", "target-id": statementToken(first) }),
    ...(first !== undefined && { title: markupLine(texts.mitigationTitle(first)) }),
    status: {
      state: finding.status === "mitigated" ? "satisfied" : "not-satisfied",
      reason: reasonOf(finding),
      ...(finding.decision?.reason && { remarks: markup(`${finding.decision.status}: ${finding.decision.reason}`) }),
    },
    ...(state && { "implementation-status": { state } }),
  };
};

/** A finding with the control it is about, its observation and its risk. */
export const findingOf = (model: ThreatModel, finding: Finding, texts: Texts): object => ({
  uuid: systemUuid(model, "finding", finding.id),
  title: markupLine(finding.title),
  description: markup(finding.description),
  props: propertiesOf({ finding: finding.id, score: finding.score, severity: finding.severity, status: finding.status }),
  target: targetOf(finding, texts),
  "related-observations": [{ "observation-uuid": observationUuid(model, finding) }],
  "related-risks": [{ "risk-uuid": riskUuid(model, finding) }],
});
