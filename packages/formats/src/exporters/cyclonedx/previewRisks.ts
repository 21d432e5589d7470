import type { Finding, ThreatModel } from "@strideml/plugin-kit";
import { LEVEL_WORDS, levelOf } from "../../scales.js";
import { momentOf } from "../common/engineOf.js";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { bomProperties } from "./bomProperties.js";
import { componentRef } from "./modelComponent.js";
import { CONTROL_STATUS, controlRef } from "./previewControls.js";
import { threatRef } from "./previewThreats.js";

const STATUS: Record<Finding["status"], string> = {
  open: "assessed",
  "partly-mitigated": "assessed",
  mitigated: "mitigated",
  accepted: "accepted",
  transferred: "transferred",
  avoided: "retired",
  "false-positive": "retired",
};

const STRATEGIES: Partial<Record<Finding["status"], string>> = { accepted: "accept", transferred: "transfer", avoided: "avoid" };

const ratingOf = ({ likelihood, impact, score, severity }: Pick<Finding, "likelihood" | "impact" | "score" | "severity">): object => ({
  likelihood: { level: LEVEL_WORDS.cycloneDxLikelihood[levelOf(likelihood) - 1], score: likelihood },
  impact: { level: LEVEL_WORDS.cycloneDxLevel[levelOf(impact) - 1], score: impact },
  score: { level: severity, score, methodology: { name: "StrideML" } },
});

const responsesOf = (finding: Finding, texts: Texts): object[] => {
  const strategy = STRATEGIES[finding.status];
  const decided = strategy ? [{ "bom-ref": `response:${finding.id}`, strategy, description: manyLines(finding.decision?.reason ?? finding.status), status: "approved" }] : [];
  const reducing = finding.mitigations.flatMap((id) => {
    const planned = texts.planned(id);
    if (!planned) return [];
    const targetDate = momentOf(planned.decision?.due);
    return [
      { "bom-ref": `response:${finding.id}:${id}`, strategy: "reduce", controls: [controlRef(id)], status: CONTROL_STATUS[planned.status], ...(targetDate && { targetDate }) },
    ];
  });
  return [...decided, ...reducing];
};

const statementOf = ({ architecture }: ThreatModel, { title, component }: Finding): string =>
  oneLine(`${title} strikes ${architecture.components.find(({ id }) => id === component)?.title ?? component}.`);

/** One risk per finding, rated before and after what is in place. */
export const previewRisks = (model: ThreatModel, texts: Texts): object => ({
  risks: model.threats.map((finding) => ({
    "bom-ref": `risk:${finding.id}`,
    name: oneLine(finding.title),
    statement: statementOf(model, finding),
    domains: [{ type: "security" }],
    affects: [componentRef(finding.component)],
    relatedThreats: [threatRef(finding.threat)],
    inherentRisk: { ...ratingOf(finding), ...(finding.factors.length > 0 && { rationale: manyLines(finding.factors.map(({ reason }) => reason).join(" ")) }) },
    residualRisk: ratingOf(finding.residual),
    responses: responsesOf(finding, texts),
    status: STATUS[finding.status],
    properties: bomProperties({
      finding: finding.id,
      stride: finding.stride,
      status: finding.status,
      "decision-owner": finding.decision?.owner,
      "decision-expires": finding.decision?.expires,
    }),
  })),
});
