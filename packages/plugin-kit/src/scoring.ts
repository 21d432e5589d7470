import * as z from "zod";
import { Id } from "./id.js";

const Share = z.number().min(0).max(1);
const Weeks = z.number().positive().max(52);
const whole = (shares: readonly number[]): boolean => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9;
const WHOLE = "shares that add up to 1";

const Strengths = z.strictObject({ weak: Share, moderate: Share, strong: Share });

/** The weights of the score. The formula is in core and in docs/scoring.md; the numbers are data. */
export const Scoring = z.strictObject({
  /** Shares of the likelihood; they add up to 1. */
  likelihood: z.strictObject({ exposure: Share, ease: Share, availability: Share }).refine((shares) => whole(Object.values(shares)), WHOLE),
  impact: z.strictObject({
    /** Scales that say what a full loss of each kind is worth. */
    confidentiality: Id,
    integrity: Id,
    availability: Id,
    /** Share of the second and third kind of harm that counts on top of the greatest. */
    secondary: Share,
  }),
  /** Lowest whole score of each band above low. */
  bands: z
    .strictObject({ medium: z.number(), high: z.number(), critical: z.number() })
    .refine(({ medium, high, critical }) => medium > 1 && medium < high && high < critical && critical <= 10, "medium below high below critical, from 2 to 10"),
  /** Weights of the highest, second, third ... finding in a category; they add up to 1. */
  category: z.array(Share).min(1).refine(whole, WHOLE),
  /** Weights of the highest, second ... category in the overall score; six, they add up to 1. */
  overall: z.array(Share).length(6).refine(whole, WHOLE),
  /** Share of the distance to 1 that a mitigation in place takes off likelihood (prevents) or impact (detects, responds). */
  effects: z.strictObject({ prevents: Strengths, detects: Strengths, responds: Strengths }),
  /** Share of its effect that a mitigation has while it is only partly in place. */
  partly: Share,
  /** Working weeks behind each effort of a mitigation; the backlog is ordered by risk removed per week. */
  effort: z.strictObject({ S: Weeks, M: Weeks, L: Weeks }),
});
export type Scoring = z.infer<typeof Scoring>;
