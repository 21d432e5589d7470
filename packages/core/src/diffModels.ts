import type { Finding, Score, Stride, ThreatModel } from "@strideml/plugin-kit";

/** A finding whose score, residual score or status is another one than before. */
export interface Moved {
  before: Finding;
  after: Finding;
}

/** What became of a threat model, read from the first to the second. */
export interface ModelDiff {
  overall: { before: Score; after: Score };
  residual: { before: Score; after: Score };
  categories: { stride: Stride; before: Score; after: Score }[];
  /** Findings that only the second model has, in its order. */
  appeared: Finding[];
  /** Findings that only the first model has, in its order. */
  vanished: Finding[];
  /** Findings of both, in the order of the second. */
  moved: Moved[];
  /** Findings of both that are as they were. */
  unchanged: number;
}

const same = (before: Finding, after: Finding): boolean => before.score === after.score && before.residual.score === after.residual.score && before.status === after.status;

/** Compares two threat models finding by finding, by id. */
export const diffModels = (before: ThreatModel, after: ThreatModel): ModelDiff => {
  const earlier = new Map(before.threats.map((finding) => [finding.id, finding]));
  const later = new Set(after.threats.map((finding) => finding.id));
  const both = after.threats.flatMap((finding) => (earlier.has(finding.id) ? [{ before: earlier.get(finding.id)!, after: finding }] : []));
  const moved = both.filter((pair) => !same(pair.before, pair.after));
  return {
    overall: { before: before.overall, after: after.overall },
    residual: { before: before.residual.overall, after: after.residual.overall },
    categories: after.categories.flatMap((category) => {
      const was = before.categories.find(({ stride }) => stride === category.stride);
      return was ? [{ stride: category.stride, before: was, after: category }] : [];
    }),
    appeared: after.threats.filter((finding) => !earlier.has(finding.id)),
    vanished: before.threats.filter((finding) => !later.has(finding.id)),
    moved,
    unchanged: both.length - moved.length,
  };
};
