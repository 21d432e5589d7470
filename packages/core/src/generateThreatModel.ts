import { type Architecture, type Finding, type Knowledge, type System, type ThreatModel, THREAT_MODEL_FORMAT } from "@strideml/plugin-kit";
import { applicableRequirements } from "./annotate.js";
import { assess } from "./assess.js";
import { buildArchitecture } from "./buildArchitecture.js";
import { canonicalJson } from "./canonicalJson.js";
import { answerName, ranksOf } from "./condition.js";
import { coverFrameworks } from "./coverFrameworks.js";
import { identifyThreats } from "./identifyThreats.js";
import { makeFindings } from "./makeFindings.js";
import { planMitigations } from "./planMitigations.js";
import { canonicalIds, currentFindingId } from "./resolveLinks.js";
import { summarise } from "./summarise.js";

/** What the engine cannot know by itself: it has no clock and no cryptography. */
export interface Surroundings {
  /** Name and version of the engine that runs, for the provenance. */
  engine: string;
  /** The day that expiry dates are compared with, `YYYY-MM-DD`. */
  date?: string;
  /** SHA-256 of a text in lower-case hexadecimal. */
  digest: (text: string) => string;
}

const answersUnder = (root: "profile" | "context", system: System, knowledge: Knowledge) =>
  Object.fromEntries(
    knowledge.questions
      .filter((question) => question.id.startsWith(`${root}.`))
      .map((question) => answerName(question.id))
      .filter((name) => name in system.answers)
      .map((name) => [name.replace(/^context\./, ""), system.answers[name]!]),
  );

/** Decisions that name nothing in this model: told, so that a renamed component loses no decision silently. */
const unused = (system: System, findings: readonly Finding[], knowledge: Knowledge): string[] => {
  if (system.decisions.findings.length + system.decisions.mitigations.length === 0) return [];
  const threats = canonicalIds(knowledge.threats);
  const mitigations = canonicalIds(knowledge.mitigations);
  const present = new Set(findings.map((finding) => finding.id));
  const asked = new Set(findings.flatMap((finding) => finding.mitigations));
  return [
    ...system.decisions.findings.filter((decision) => !present.has(currentFindingId(decision.id, threats))).map((decision) => decision.id),
    ...system.decisions.mitigations.filter((decision) => !asked.has(mitigations.get(decision.id) ?? decision.id)).map((decision) => decision.id),
  ];
};

const residualSummary = (findings: readonly Finding[], knowledge: Knowledge): ThreatModel["residual"] => {
  const { overall, categories } = summarise(
    findings.map(({ stride, residual }) => ({ stride, score: residual.score, likelihood: residual.likelihood, impact: residual.impact })),
    knowledge.scoring,
  );
  return { overall, categories: categories.map(({ stride, score, severity }) => ({ stride, score, severity })) };
};

const assumptionsOf = (system: System): ThreatModel["assumptions"] =>
  Object.fromEntries(
    Object.entries(system.origins)
      .filter(([name, origin]) => name.startsWith("context.") && !origin.given)
      .map(([name, origin]) => [name.replace(/^context\./, ""), origin]),
  );

/** Assessments of the questionnaires that somebody answered, and of those that fill documents: what they still lack is part of the model. */
const assessmentsOf = (system: System, knowledge: Knowledge): ThreatModel["assessments"] => {
  const ranks = ranksOf(knowledge.questions);
  return knowledge.questionnaires
    .filter(({ id, items }) => id in system.questionnaires || items.length > 0)
    .map((questionnaire) => {
      const framework = knowledge.frameworks.find(({ id }) => id === questionnaire.framework);
      return assess(questionnaire, system.questionnaires[questionnaire.id] ?? {}, { answers: system.answers, ranks }, framework);
    });
};

/** Part of the input only where there are any: digests of systems without questionnaires stay what they were. */
const questionnairesOf = ({ questionnaires }: System) => (Object.keys(questionnaires).length === 0 ? {} : { questionnaires });

/** The whole pipeline: from a checked system to its threat model. The same input gives the same output, always. */
export const generateThreatModel = (system: System, knowledge: Knowledge, surroundings: Surroundings): ThreatModel => {
  const architecture: Architecture = buildArchitecture(system, knowledge);
  const { placed, unplaced } = identifyThreats(system, architecture, knowledge);
  const applicable = applicableRequirements(knowledge, system.answers, ranksOf(knowledge.questions));
  const threats = makeFindings(placed, system, knowledge, applicable, surroundings.date);
  const mitigations = planMitigations(threats, system, knowledge, applicable);
  return {
    format: THREAT_MODEL_FORMAT,
    system: system.system,
    profile: answersUnder("profile", system, knowledge),
    context: answersUnder("context", system, knowledge),
    assumptions: assumptionsOf(system),
    architecture,
    bands: knowledge.scoring.bands,
    ...summarise(threats, knowledge.scoring),
    residual: residualSummary(threats, knowledge),
    threats,
    unplaced,
    mitigations,
    frameworks: coverFrameworks(threats, mitigations, knowledge, applicable),
    assessments: assessmentsOf(system, knowledge),
    unusedDecisions: unused(system, threats, knowledge),
    provenance: {
      engine: surroundings.engine,
      ...(surroundings.date !== undefined && { date: surroundings.date }),
      plugins: knowledge.plugins,
      ...(knowledge.overrides.length > 0 && { overrides: knowledge.overrides }),
      inputDigest: surroundings.digest(
        canonicalJson({ system: system.system, answers: system.answers, architecture: system.architecture, decisions: system.decisions, ...questionnairesOf(system) }),
      ),
    },
  };
};
