import * as z from "zod/mini";

/** Bands of the 1-10 score, lowest first: low 1-3, medium 4-5, high 6-7, critical 8-10. */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;
