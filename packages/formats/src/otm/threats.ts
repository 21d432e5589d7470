import { STRIDE_TITLES, type ExportJob } from "@strideml/plugin-kit";
import { findingText, impactText, likelihoodText } from "../findingText.js";
import { mitigationText } from "../mitigationText.js";
import { riskReductionOf } from "../riskReductionOf.js";
import { percentOf } from "../scales.js";
import { symbolicName } from "../symbolicName.js";
import { traceOfFinding, traceOfMitigation } from "../trace.js";
import { attributes } from "./attributes.js";

/** One threat per finding, because likelihood and impact are the finding's own. The text names the mitigations, of which some importers keep only the last. */
export const threatsOf = ({ model, knowledge }: ExportJob) =>
  model.threats.map((finding) => ({
    id: symbolicName("threat", finding.id),
    name: finding.title,
    description: `${findingText(finding, knowledge)}\n\nMitigations:\n${mitigationText(finding, model.mitigations)}`,
    categories: [finding.stride, ...finding.alsoStride].map((stride) => STRIDE_TITLES[stride]),
    cwes: [],
    risk: {
      likelihood: percentOf(finding.likelihood),
      likelihoodComment: likelihoodText(finding),
      impact: percentOf(finding.impact),
      impactComment: impactText(finding),
    },
    tags: [...new Set([finding.severity, finding.stage, ...finding.annotations.map(({ framework, requirement }) => `${framework}:${requirement}`)])],
    attributes: attributes({ ...traceOfFinding(finding), score: String(finding.score), "residual-score": String(finding.residual.score) }),
  }));

/** One mitigation per planned mitigation, with what to do and when it counts as done. */
export const mitigationsOf = ({ model, knowledge }: ExportJob) => {
  const texts = new Map(knowledge.mitigations.map((each) => [each.id, each]));
  return model.mitigations.map((planned) => {
    const text = texts.get(planned.id);
    return {
      id: symbolicName("mitigation", planned.id),
      name: planned.title,
      description: text ? `${text.do}\n\nDone when:\n${text.acceptance.map((each) => `- ${each}`).join("\n")}` : planned.title,
      riskReduction: riskReductionOf(planned, knowledge),
      attributes: attributes({ ...traceOfMitigation(planned), owner: planned.owner, effort: planned.effort, kind: planned.kind, stage: planned.stage }),
    };
  });
};
