import type { Condition, Matcher } from "@strideml/plugin-kit";
import { isAll, isAny, isNot } from "./condition.js";

/**
 * Whether something holds, as far as is known: yes, no, or it depends on questions that have no answer.
 * Source: Kleene's strong three-valued logic (Introduction to Metamathematics, 1952, section 64).
 */
export interface Truth {
  value: boolean | undefined;
  /** Questions that would decide it, in the order in which they were met; none where it is decided. */
  needs: readonly string[];
}

export const YES: Truth = { value: true, needs: [] };
export const NO: Truth = { value: false, needs: [] };
export const truth = (value: boolean): Truth => (value ? YES : NO);

const open = (parts: readonly Truth[]): Truth => ({ value: undefined, needs: [...new Set(parts.filter((part) => part.value === undefined).flatMap((part) => part.needs))] });

/** All of them: one no decides. */
export const allOf = (parts: readonly Truth[]): Truth => (parts.some((part) => part.value === false) ? NO : parts.every((part) => part.value === true) ? YES : open(parts));

/** At least one of them: one yes decides. */
export const anyOf = (parts: readonly Truth[]): Truth => (parts.some((part) => part.value === true) ? YES : parts.every((part) => part.value === false) ? NO : open(parts));

export const negation = ({ value, needs }: Truth): Truth => (value === undefined ? { value, needs } : truth(!value));

/** Whether a condition holds, where `compare` says what is known about one answer. */
export const truthOf = (condition: Condition | undefined, compare: (name: string, matcher: Matcher) => Truth): Truth => {
  if (condition === undefined) return YES;
  if (isAll(condition)) return allOf(condition.all.map((part) => truthOf(part, compare)));
  if (isAny(condition)) return anyOf(condition.any.map((part) => truthOf(part, compare)));
  if (isNot(condition)) return negation(truthOf(condition.not, compare));
  return allOf(Object.entries(condition as Record<string, Matcher>).map(([name, matcher]) => compare(name, matcher)));
};
