import { type Score, type Scoring, type Stride, type ThreatModel, STRIDE, riskOf, severityOf, toScore } from "@strideml/plugin-kit";

/** The part of a finding that a summary reads. */
export interface Rated {
  stride: Stride;
  score: number;
  likelihood: number;
  impact: number;
}

const weighted = (values: readonly number[], weights: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => b - a);
  return weights.reduce((sum, weight, index) => sum + weight * (sorted[index] ?? 0), 0);
};

/**
 * The continuous score of a category: its highest findings, weighted; places that no finding fills count nothing,
 * so another finding can only raise it. At least high where one finding is critical.
 */
const categoryRisk = (findings: readonly Rated[], scoring: Scoring): number =>
  weighted(
    findings.map((finding) => riskOf(finding.likelihood, finding.impact)),
    scoring.category,
  );

const lifted = (score: Score, findings: readonly Rated[], { bands }: Scoring): Score => {
  const critical = findings.some((finding) => finding.score >= bands.critical);
  const lifted = critical ? Math.max(score.score, bands.high) : score.score;
  return { score: lifted, severity: severityOf(lifted, bands) };
};

/**
 * Six category scores and the overall score. The overall score is a weighted mean of the categories, highest first,
 * with falling weights; a critical finding lifts category and overall to at least high. An empty model scores 1.
 */
export const summarise = (findings: readonly Rated[], scoring: Scoring): Pick<ThreatModel, "overall" | "categories"> => {
  const groups = STRIDE.map((stride) => ({ stride, members: findings.filter((finding) => finding.stride === stride) }));
  const risks = groups.map(({ members }) => categoryRisk(members, scoring));
  return {
    overall: lifted(toScore(weighted(risks, scoring.overall), scoring.bands), findings, scoring),
    categories: groups.map(({ stride, members }, index) => ({ stride, ...lifted(toScore(risks[index]!, scoring.bands), members, scoring), findings: members.length })),
  };
};
