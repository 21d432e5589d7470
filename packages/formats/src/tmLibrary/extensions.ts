import type { ExportJob } from "@strideml/plugin-kit";
import { frameworkRefs } from "../frameworkRefs.js";
import { symbolicName } from "../symbolicName.js";
import { traceOfFinding, traceOfMitigation, traceOfModel } from "../trace.js";
import { elementName, zoneName } from "./elements.js";
import { threatName } from "./threats.js";

/** Not a host that answers: the format wants the name of a domain, and this one is reserved. Source: RFC 6761. */
const OWN = "strideml.invalid";

/** What the format has no place for: STRIDE, frameworks, our scores, and what an import needs to bring decisions back. */
export const extensionsOf = ({ model, knowledge }: ExportJob) => {
  const { architecture, system } = model;
  const findings = model.threats.map((finding) => {
    const { stride, alsoStride, score, severity, likelihood, impact, residual, stage } = finding;
    const refs = frameworkRefs(finding, knowledge);
    return [threatName(finding.id), { ...traceOfFinding(finding), stride, alsoStride, stage, score, severity, likelihood, impact, residual, frameworks: refs }] as const;
  });
  return {
    [`${OWN}/model`]: { ...traceOfModel(model), name: system.name, owner: system.owner, version: system.version, profile: model.profile, context: model.context },
    [`${OWN}/findings`]: Object.fromEntries(findings),
    [`${OWN}/mitigations`]: Object.fromEntries(model.mitigations.map((planned) => [symbolicName("control", planned.id), traceOfMitigation(planned)])),
    [`${OWN}/components`]: Object.fromEntries(architecture.components.map((each) => [elementName(each), { component: each.id, kind: each.kind }])),
    [`${OWN}/boundaries`]: Object.fromEntries(architecture.boundaries.map(({ id, trust }) => [zoneName(id), { boundary: id, trust }])),
  };
};
