import * as z from "zod/mini";

/**
 * The six categories of STRIDE, in the order of the acronym.
 * Source: L. Kohnfelder and P. Garg, "The threats to our products", Microsoft, 1999.
 */
export const STRIDE = ["spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"] as const;

export const Stride = z.enum(STRIDE);
export type Stride = z.infer<typeof Stride>;

/** How each category is written in a report. */
export const STRIDE_TITLES: Record<Stride, string> = {
  spoofing: "Spoofing",
  tampering: "Tampering",
  repudiation: "Repudiation",
  "information-disclosure": "Information disclosure",
  "denial-of-service": "Denial of service",
  "elevation-of-privilege": "Elevation of privilege",
};
