import type { COVERAGE_DISPOSITIONS, EFFORTS, FINDING_STATUSES, MITIGATION_KINDS } from "./closed-lists.js";
import type { Boundary, Component, Flow } from "./given-architecture.js";
import type { Assessment } from "./assessment.js";
import type { CarriedOverride } from "./override.js";
import type { Reference } from "./threat.js";
import type { Stride } from "./stride.js";
import type { Scoring } from "./scoring.js";
import type { Severity } from "./severity.js";
import type { LifecycleStage } from "./lifecycle.js";
import type { ResolvedLink } from "./knowledge.js";
import type { Answer, AnswerOrigin, FindingDecision, MitigationDecision, SystemFile } from "./system.js";

export const THREAT_MODEL_FORMAT = "strideml/threat-model@1";

/** Components, flows and trust boundaries of one system. */
export interface Architecture {
  components: Component[];
  flows: (Flow & { id: string })[];
  boundaries: Boundary[];
}

/** A score from 1 (negligible) to 10 (as bad as it gets), with its band. */
export interface Score {
  score: number;
  severity: Severity;
}

/** One reason behind a score: a value on a 1-5 scale, or a change to one. */
export interface Factor {
  /** Likelihood: `exposure`, `ease`, `availability`. Impact: `confidentiality`, `integrity`, `availability`, `this threat`. */
  name: string;
  /** Whether it counts towards likelihood or impact. */
  of: "likelihood" | "impact";
  /** Points on the 1-5 scale; a change when `change` is true. */
  value: number;
  change: boolean;
  reason: string;
}

export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** A requirement that a finding touches. */
export type Annotation = ResolvedLink;

/** A threat that applies to this system, placed on a component, with its score. */
export interface Finding {
  /** `threat@component`; stable as long as the component keeps its id. */
  id: string;
  threat: string;
  component: string;
  stride: Stride;
  alsoStride: Stride[];
  title: string;
  description: string;
  prerequisites: string;
  falsePositives: string;
  stage: LifecycleStage;
  references: Reference[];
  score: number;
  severity: Severity;
  /** 1-5, two decimals. */
  likelihood: number;
  /** 1-5, two decimals. */
  impact: number;
  factors: Factor[];
  residual: Score & { likelihood: number; impact: number; because: string[] };
  status: FindingStatus;
  decision?: FindingDecision & { note?: string };
  mitigations: string[];
  annotations: Annotation[];
}

/** A mitigation that at least one finding asks for, ordered by risk removed per effort. */
export interface PlannedMitigation {
  id: string;
  title: string;
  effort: (typeof EFFORTS)[number];
  owner: string;
  stage: LifecycleStage;
  kind: (typeof MITIGATION_KINDS)[number];
  status: MitigationDecision["status"] | "undecided";
  findings: string[];
  /** Points of score it would take off if it were put in place now, summed over its open findings. */
  riskRemoved: number;
  annotations: Pick<Annotation, "framework" | "requirement" | "relation">[];
  decision?: MitigationDecision;
}

/** Why a requirement is or is not touched by this system's findings. */
export type CoverageDisposition = (typeof COVERAGE_DISPOSITIONS)[number];

export interface RequirementCoverage {
  requirement: string;
  disposition: CoverageDisposition;
  /** Ids of findings' threats that touch it. */
  threats: string[];
  /** Mitigations asked for by this system's findings that it is linked to. */
  mitigations: string[];
  reason: string;
}

export interface FrameworkCoverage {
  id: string;
  title: string;
  edition: string;
  counts: Partial<Record<CoverageDisposition, number>>;
  coverage: RequirementCoverage[];
}

/** The result: the versioned artefact from which every report and export is made. */
export interface ThreatModel {
  format: typeof THREAT_MODEL_FORMAT;
  system: SystemFile["system"];
  profile: Record<string, Answer>;
  context: Record<string, Answer>;
  /** Where each answer of the context comes from. */
  assumptions: Record<string, AnswerOrigin>;
  architecture: Architecture;
  /** Lowest score of each band above low, by which every severity in this model was given. */
  bands: Scoring["bands"];
  overall: Score;
  categories: (Score & { stride: Stride; findings: number })[];
  residual: { overall: Score; categories: (Score & { stride: Stride })[] };
  threats: Finding[];
  /** Threats that the answers imply but for which a given architecture has no component. */
  unplaced: string[];
  mitigations: PlannedMitigation[];
  frameworks: FrameworkCoverage[];
  /** What the answers to questionnaires amount to; questionnaires that were answered, and those that fill documents. */
  assessments: Assessment[];
  /** Decisions that name nothing in this model, so that none is dropped silently. */
  unusedDecisions: string[];
  provenance: {
    engine: string;
    /** The day that expiry dates were compared with, if one was given. */
    date?: string;
    plugins: { name: string; version: string; digest: string }[];
    /** Changes of one plugin to entries of another; only where there are any. */
    overrides?: CarriedOverride[];
    inputDigest: string;
  };
}
