import type { Scoring } from "./scoring.js";
import type { Severity } from "./severity.js";
import type { Score } from "./threat-model.js";

/** The band of a whole score. */
export const severityOf = (score: number, bands: Scoring["bands"]): Severity => {
  if (score >= bands.critical) return "critical";
  if (score >= bands.high) return "high";
  return score >= bands.medium ? "medium" : "low";
};

/** Risk of a likelihood and an impact (1-5 each) on the continuous scale from 1 to 10. */
export const riskOf = (likelihood: number, impact: number): number => 1 + (9 * (likelihood * impact - 1)) / 24;

/** A continuous risk as the whole score and band that people see. */
export const toScore = (risk: number, bands: Scoring["bands"]): Score => {
  const score = Math.min(10, Math.max(1, Math.round(risk)));
  return { score, severity: severityOf(score, bands) };
};
