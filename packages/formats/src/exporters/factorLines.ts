import type { Factor } from "@strideml/plugin-kit";

/** The reasons behind a likelihood or an impact, one a line, with their points. */
export const factorLines = (factors: readonly Factor[], of: Factor["of"]): string[] =>
  factors.filter((factor) => factor.of === of).map(({ name, value, change, reason }) => `- ${name} ${change && value >= 0 ? "+" : ""}${value}: ${reason}`);
