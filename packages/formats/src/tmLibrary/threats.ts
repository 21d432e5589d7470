import { SEVERITIES, type ExportJob, type Finding } from "@strideml/plugin-kit";
import { findingText, impactText } from "../findingText.js";
import { mitigationLine } from "../mitigationText.js";
import { LEVEL_WORDS, TM_LIBRARY_SCOPE, levelOf, productOf } from "../scales.js";
import { MITIGATION_STATUS_OF } from "../statuses.js";
import { symbolicName } from "../symbolicName.js";
import { threatSourceOf } from "../threatSources.js";
import { elementName } from "./elements.js";

export const threatName = (id: Finding["id"]): string => symbolicName("threat", id);

const exposureOf = ({ factors }: Finding): number => factors.filter(({ name }) => name === "exposure").reduce((sum, { value }) => sum + value, 0);

/** The adversaries behind the threats, each once; applicable to the degree of the greatest exposure to them. */
export const personasOf = (job: ExportJob) => {
  const sources = new Map(job.model.threats.map((finding) => [threatSourceOf(finding, job).id, threatSourceOf(finding, job)]));
  return [...sources.values()].map(({ id, who, skill, access, malicious }) => {
    const mine = job.model.threats.filter((finding) => threatSourceOf(finding, job).id === id);
    const title = `${who[0]!.toUpperCase()}${who.slice(1)}`;
    return {
      symbolic_name: symbolicName("persona", id),
      title,
      description: `${title}, behind ${mine.length} of ${job.model.threats.length} findings.`,
      is_person: true,
      skill_level: skill,
      access_level: access,
      malicious_intent: malicious,
      applicability_to_org: TM_LIBRARY_SCOPE.degree[levelOf(Math.max(...mine.map(exposureOf))) - 1],
    };
  });
};

/** The findings; importers drop a threat that does not say what it affects. */
export const threatsOf = (job: ExportJob) => {
  const names = new Map(job.model.architecture.components.map((component) => [component.id, elementName(component)]));
  return job.model.threats.map((finding) => {
    const { id, malicious } = threatSourceOf(finding, job);
    return {
      symbolic_name: threatName(finding.id),
      title: finding.title,
      description: findingText(finding, job.knowledge),
      components_affected: [names.get(finding.component)!],
      threat_persona: symbolicName("persona", id),
      event: finding.factors.find(({ name }) => name === "this threat")?.reason ?? finding.title,
      sources: malicious ? ["adversary"] : ["adversary", "human_error", "failure"],
    };
  });
};

/** One risk per finding, with the score as the product of likelihood and impact. */
export const risksOf = ({ model }: ExportJob) =>
  model.threats.map((finding) => ({
    symbolic_name: symbolicName("risk", finding.id),
    title: finding.title,
    description: `${finding.score} of 10, ${finding.severity}; with the mitigations in place today ${finding.residual.score} of 10, ${finding.residual.severity}.`,
    threats: [threatName(finding.id)],
    likelihood: LEVEL_WORDS.tmLibraryLikelihood[levelOf(finding.likelihood) - 1],
    impact: LEVEL_WORDS.tmLibraryImpact[levelOf(finding.impact) - 1],
    impact_description: impactText(finding),
    score: productOf(finding.likelihood, finding.impact),
    level: finding.severity,
  }));

/** One control per mitigation; as urgent as the worst finding that asks for it. */
export const controlsOf = ({ model, knowledge }: ExportJob) => {
  const texts = new Map(knowledge.mitigations.map((each) => [each.id, each]));
  const severities = new Map(model.threats.map(({ id, severity }) => [id, severity]));
  return model.mitigations.map((planned) => ({
    symbolic_name: symbolicName("control", planned.id),
    title: planned.title,
    description: [texts.get(planned.id)?.do, mitigationLine(planned)].filter(Boolean).join("\n\n"),
    threats: planned.findings.map(threatName),
    status: MITIGATION_STATUS_OF.tmLibrary[planned.status],
    priority: SEVERITIES.findLast((severity) => planned.findings.some((id) => severities.get(id) === severity)) ?? "none",
  }));
};
