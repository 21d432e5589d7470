import type { Severity } from "@strideml/plugin-kit";

/**
 * How our numbers are written in every other tool's scale: the one place for it, shown in docs/formats.md.
 * Ours: likelihood and impact from 1 to 5 with two decimals, score from 1 to 10, four bands of severity.
 */

/** 1-5 as a whole level from 1 to 5. */
export const levelOf = (value: number): 1 | 2 | 3 | 4 | 5 => Math.min(5, Math.max(1, Math.round(value))) as 1 | 2 | 3 | 4 | 5;

/** 1-5 as 0-100 (OTM). */
export const percentOf = (value: number): number => Math.round(((value - 1) / 4) * 100);

/** Level words by level: `TM_LIBRARY.likelihood[levelOf(x) - 1]`. */
export const LEVEL_WORDS = {
  tmLibraryLikelihood: ["rare", "unlikely", "possible", "likely", "certain"],
  tmLibraryImpact: ["negligible", "minor", "moderate", "major", "severe"],
  cisoAssistantLikelihood: ["rare", "unlikely", "moderate", "likely", "almost certain"],
  cisoAssistantImpact: ["insignificant", "minor", "significant", "major", "severe"],
  /** Four levels each; both of our lowest are their lowest. */
  threagileLikelihood: ["unlikely", "unlikely", "likely", "very-likely", "frequent"],
  threagileImpact: ["low", "low", "medium", "high", "very-high"],
  cycloneDxLikelihood: ["very-low", "low", "medium", "high", "very-high"],
  cycloneDxLevel: ["negligible", "low", "moderate", "major", "catastrophic"],
} as const satisfies Record<string, readonly [string, string, string, string, string]>;

/** The band of severity in each tool's words. */
export const SEVERITY_WORDS_OF = {
  threatDragon: { critical: "Critical", high: "High", medium: "Medium", low: "Low" },
  threatComposer: { critical: "High", high: "High", medium: "Medium", low: "Low" },
  threagile: { critical: "critical", high: "high", medium: "elevated", low: "low" },
  sarifLevel: { critical: "error", high: "error", medium: "warning", low: "note" },
  defectDojo: { critical: "Critical", high: "High", medium: "Medium", low: "Low" },
  jiraPriority: { critical: "Highest", high: "High", medium: "Medium", low: "Low" },
} as const satisfies Record<string, Record<Severity, string>>;

/** SARIF `security-severity`: 0.0-10.0 as text. GitHub's bands are over 9 critical, 7 high, 4 medium. */
export const securitySeverity = (score: number, severity: Severity): string => {
  const bounds: Record<Severity, readonly [number, number]> = { critical: [9.1, 10], high: [7, 8.9], medium: [4, 6.9], low: [0.1, 3.9] };
  const [low, high] = bounds[severity];
  return Math.min(high, Math.max(low, score)).toFixed(1);
};

/** 1-5 times 1-5 as a whole number from 0 to 25 (OWASP Threat Model Library). */
export const productOf = (likelihood: number, impact: number): number => Math.round(likelihood * impact);

/** Trust of a boundary, 0-5, as 0-100 (OTM). */
export const trustRatingOf = (trust: number): number => Math.round(trust * 20);

/** Answers of the profile as the scope of an OWASP Threat Model Library file. Answers of plugins fall back to the last line. */
export const TM_LIBRARY_SCOPE = {
  criticality: { low: "low", business: "moderate", rights: "high", safety: "maximal", other: "moderate" },
  tier: { low: "non_critical", business: "important", rights: "business_critical", safety: "mission_critical", other: "important" },
  exposure: { restricted: "internal", internal: "internal", authenticated: "external", public: "external", "white-box": "external", other: "external" },
  sensitivity: {
    public: [],
    internal: ["biz"],
    confidential: ["biz"],
    personal: ["pii"],
    financial: ["fin"],
    health: ["phi"],
    biometric: ["pii"],
    classified: ["gov"],
    other: ["biz"],
  },
  degree: ["minimal", "low", "moderate", "high", "maximal"],
} as const;
