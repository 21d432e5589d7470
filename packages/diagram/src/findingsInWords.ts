import type { Finding } from "@strideml/plugin-kit";

/** What hangs on a component, in words: `3 findings, highest 8`. Findings come highest first. */
export const findingsInWords = (findings: readonly Pick<Finding, "score">[]): string =>
  findings.length === 0 ? "no findings" : `${findings.length} ${findings.length === 1 ? "finding" : "findings"}, highest ${findings[0]!.score}`;
