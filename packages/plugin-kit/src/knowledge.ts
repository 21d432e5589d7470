import type { ReferenceArchitecture } from "./architecture.js";
import type { Disposition, Link } from "./mapping.js";
import type { Framework } from "./framework.js";
import type { CarriedOverride } from "./override.js";
import type { Mitigation } from "./mitigation.js";
import type { Question } from "./question.js";
import type { Questionnaire } from "./questionnaire.js";
import type { Scale } from "./scale.js";
import type { Scoring } from "./scoring.js";
import type { Template } from "./template.js";
import type { Threat } from "./threat.js";

/** One link between a requirement and a threat or mitigation, seen from the latter. */
export interface ResolvedLink extends Pick<Link, "requirement" | "relation" | "strength" | "rationale" | "authority" | "source"> {
  framework: string;
  edition: string;
  /** The more general threat that it was inherited from, if it was. */
  inheritedFrom?: string;
}

/** Which plugin contributed, in which version, and the SHA-256 of its content in canonical JSON. */
export interface PluginStamp {
  name: string;
  version: string;
  digest: string;
}

/** The merged, validated content of all loaded plugins. Lists are sorted by id. */
export interface Knowledge {
  questions: Question[];
  scales: Record<string, Scale>;
  scoring: Scoring;
  architectures: ReferenceArchitecture[];
  threats: Threat[];
  mitigations: Mitigation[];
  frameworks: Framework[];
  questionnaires: Questionnaire[];
  templates: Template[];
  /** Every link once; threats and mitigations name theirs by place in this list. */
  links: ResolvedLink[];
  threatLinks: Record<string, number[]>;
  mitigationLinks: Record<string, number[]>;
  /** By framework and requirement. */
  dispositions: Record<string, Record<string, Disposition>>;
  plugins: PluginStamp[];
  /** Changes of one plugin to entries of another, in the order in which they were made. */
  overrides: CarriedOverride[];
}
