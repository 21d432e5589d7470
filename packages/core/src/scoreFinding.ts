import type { Adjustment, Answer, Factor, Knowledge, Scale, Threat } from "@strideml/plugin-kit";
import { type Ranks, holds } from "./condition.js";

/** Likelihood and impact of a threat against a set of answers, 1-5 each, and the reason for every point. */
export interface Rating {
  likelihood: number;
  impact: number;
  factors: Factor[];
}

type Answers = Record<string, Answer>;

const clamp = (value: number) => Math.min(5, Math.max(1, value));
const twoDecimals = (value: number) => Math.round(value * 100) / 100;

/** A value that starts somewhere and is changed for stated reasons. */
interface Reasoned {
  value: number;
  factors: Factor[];
}

const adjusted = (of: Factor["of"], name: string, base: number, reason: string, adjustments: readonly Adjustment[], answers: Answers, ranks: Ranks): Reasoned => {
  const fitting = adjustments.filter((adjustment) => holds(adjustment.when, answers, ranks));
  return {
    value: clamp(base + fitting.reduce((sum, adjustment) => sum + adjustment.add, 0)),
    factors: [
      { name, of, value: base, change: false, reason },
      ...fitting.map((adjustment): Factor => ({ name, of, value: adjustment.add, change: true, reason: adjustment.because })),
    ],
  };
};

const scaled = (of: Factor["of"], name: string, scale: Scale, extra: readonly Adjustment[], answers: Answers, ranks: Ranks): Reasoned => {
  const step = scale.values[String(answers[scale.by])]!;
  return adjusted(of, name, step.value, step.because, [...scale.adjust, ...extra], answers, ranks);
};

const rateLikelihood = (threat: Threat, answers: Answers, knowledge: Knowledge, ranks: Ranks): Reasoned => {
  const { exposure, ease, availability } = threat.likelihood;
  const weights = knowledge.scoring.likelihood;
  const reach = scaled("likelihood", "exposure", knowledge.scales[exposure.via]!, exposure.adjust, answers, ranks);
  const skill = adjusted("likelihood", "ease", ease.base, ease.because, ease.adjust, answers, ranks);
  const means = adjusted("likelihood", "availability", availability.base, availability.because, availability.adjust, answers, ranks);
  return {
    value: clamp(weights.exposure * reach.value + weights.ease * skill.value + weights.availability * means.value),
    factors: [...reach.factors, ...skill.factors, ...means.factors],
  };
};

/** What one kind of harm is worth when the threat realises this share of it. */
const harm = (name: "confidentiality" | "integrity" | "availability", threat: Threat, answers: Answers, knowledge: Knowledge, ranks: Ranks): Reasoned => {
  const share = threat.impact[name] / 3;
  if (share === 0) return { value: 1, factors: [] };
  const full = scaled("impact", name, knowledge.scales[knowledge.scoring.impact[name]]!, [], answers, ranks);
  const portion = share === 1 ? "" : ` The threat realises ${threat.impact[name]} of 3 parts of it.`;
  const value = 1 + (full.value - 1) * share;
  const factors = full.factors.map((factor, index): Factor =>
    index === 0 ? { ...factor, value: twoDecimals(1 + (factor.value - 1) * share), reason: factor.reason + portion } : { ...factor, value: twoDecimals(factor.value * share) },
  );
  return { value, factors };
};

/** The greatest harm counts in full, the others add a share of what room is left to the top. */
const combine = (harms: readonly number[], secondary: number): number => {
  const [greatest = 1, ...others] = harms.toSorted((a, b) => b - a);
  const more = others.reduce((sum, other) => sum + (other - 1), 0);
  return greatest + (secondary * more * (5 - greatest)) / 4;
};

const rateImpact = (threat: Threat, answers: Answers, knowledge: Knowledge, ranks: Ranks): Reasoned => {
  const harms = (["confidentiality", "integrity", "availability"] as const).map((name) => harm(name, threat, answers, knowledge, ranks));
  const base = combine(
    harms.map((each) => each.value),
    knowledge.scoring.impact.secondary,
  );
  const own = adjusted("impact", "this threat", base, threat.impact.because, threat.impact.adjust, answers, ranks);
  const factors = [...harms.flatMap((each) => each.factors), ...own.factors].map((factor) => ({ ...factor, value: twoDecimals(factor.value) }));
  return { value: own.value, factors };
};

/**
 * Rates one threat. Likelihood is the weighted mean of exposure, ease and availability; impact is the greatest harm
 * to confidentiality, integrity or availability plus a share of the others. Formula and grounds: docs/scoring.md.
 */
export const scoreFinding = (threat: Threat, answers: Answers, knowledge: Knowledge, ranks: Ranks): Rating => {
  const likelihood = rateLikelihood(threat, answers, knowledge, ranks);
  const impact = rateImpact(threat, answers, knowledge, ranks);
  return { likelihood: twoDecimals(likelihood.value), impact: twoDecimals(impact.value), factors: [...likelihood.factors, ...impact.factors] };
};
