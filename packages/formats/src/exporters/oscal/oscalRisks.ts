import type { Finding, PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";
import { momentOf } from "../common/engineOf.js";
import { markup, markupLine } from "../common/escapeMarkup.js";
import type { Texts } from "../common/textsOf.js";
import { originOf } from "./oscalComponents.js";
import { OSCAL_NAMESPACE, property, propertiesOf, systemUuid } from "./oscalDocument.js";

/** Source: OSCAL 1.2 assessment layer, values of `risk-status`. A deviation is what OSCAL calls a risk that is kept on purpose. */
export const RISK_STATUS: Record<Finding["status"], string> = {
  open: "open",
  "partly-mitigated": "remediating",
  mitigated: "closed",
  avoided: "closed",
  "false-positive": "closed",
  accepted: "deviation-approved",
  transferred: "deviation-approved",
};

const LIFECYCLE_OF: Record<PlannedMitigation["status"], "recommendation" | "planned" | "completed"> = {
  undecided: "recommendation",
  "not-planned": "recommendation",
  planned: "planned",
  partly: "planned",
  "in-place": "completed",
};

/** UUID of the risk of a finding, in every document. */
export const riskUuid = (model: ThreatModel, finding: Finding): string => systemUuid(model, "risk", finding.id);

const facet = (name: string, value: string | number, state: "initial" | "adjusted"): object => ({
  name,
  system: OSCAL_NAMESPACE,
  value: String(value),
  props: [{ name: "state", value: state }],
});

const characterizationOf = (model: ThreatModel, { likelihood, impact, score, severity, residual }: Finding): object => ({
  origin: originOf(model),
  facets: [
    ...Object.entries({ likelihood, impact, score, severity }).map(([name, value]) => facet(name, value, "initial")),
    ...Object.entries({ likelihood: residual.likelihood, impact: residual.impact, score: residual.score, severity: residual.severity }).map(([name, value]) =>
      facet(`residual-${name}`, value, "adjusted"),
    ),
  ],
});

const decisionOf = ({ decision }: Finding): object[] =>
  decision
    ? [property("decision", decision.status, { remarks: decision.reason ?? "" }), ...propertiesOf({ "decision-owner": decision.owner, "decision-expires": decision.expires })]
    : [];

const milestonesOf = (uuid: (part: string) => string, planned: PlannedMitigation): object => {
  const due = momentOf(planned.decision?.due);
  return due ? { tasks: [{ uuid: uuid("task"), type: "milestone", title: "In place", timing: { "on-date": { date: due } } }] } : {};
};

const remediationOf = (model: ThreatModel, finding: Finding, planned: PlannedMitigation, texts: Texts): object => {
  const { id, title, owner, effort, status, decision } = planned;
  const uuid = (part: string) => systemUuid(model, "remediation", finding.id, id, part);
  return {
    uuid: uuid("response"),
    lifecycle: LIFECYCLE_OF[status],
    title: markupLine(title),
    description: markup(texts.mitigation(id)?.do ?? title),
    props: propertiesOf({ mitigation: id, status, effort, "owner-role": owner, owner: decision?.owner, evidence: decision?.evidence }),
    ...milestonesOf(uuid, planned),
    ...(decision?.reason && { remarks: markup(decision.reason) }),
  };
};

const inPlaceOf = (model: ThreatModel, finding: Finding, { id, title, status }: PlannedMitigation): object => ({
  uuid: systemUuid(model, "mitigating-factor", finding.id, id),
  description: markup(title),
  props: propertiesOf({ mitigation: id, status }),
});

const responsesOf = (model: ThreatModel, finding: Finding, texts: Texts): object => {
  const planned = finding.mitigations.flatMap((id) => texts.planned(id) ?? []);
  const factors = planned.filter(({ status }) => status === "in-place").map((each) => inPlaceOf(model, finding, each));
  const remediations = planned.filter(({ status }) => status !== "in-place").map((each) => remediationOf(model, finding, each, texts));
  return { ...(factors.length > 0 && { "mitigating-factors": factors }), ...(remediations.length > 0 && { remediations }) };
};

/** A finding as a risk: its scores before and after what is in place, what was decided, and what would lower it. */
export const riskOf = (model: ThreatModel, finding: Finding, texts: Texts, observation: string): object => ({
  uuid: riskUuid(model, finding),
  title: markupLine(finding.title),
  description: markup(finding.description),
  statement: markup(finding.prerequisites),
  props: [
    ...propertiesOf({ finding: finding.id, threat: finding.threat, stride: finding.stride, stage: finding.stage, status: finding.status }),
    ...finding.annotations.map(({ framework, requirement, relation }) => property(framework, requirement, { class: relation })),
    ...decisionOf(finding),
  ],
  status: RISK_STATUS[finding.status],
  origins: [originOf(model)],
  characterizations: [characterizationOf(model, finding)],
  ...responsesOf(model, finding, texts),
  "related-observations": [{ "observation-uuid": observation }],
});
