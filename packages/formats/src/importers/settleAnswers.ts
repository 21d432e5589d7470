import type { ImportedAnswer } from "@strideml/plugin-kit";
import { RANKS } from "./answerRules.js";
import type { Losses } from "./Losses.js";

const CERTAINTY = { certain: 2, likely: 1, guess: 0 } as const;

const rankOf = ({ question, value }: ImportedAnswer): number => (typeof value === "string" && Object.hasOwn(RANKS, question) ? RANKS[question]!.indexOf(value) : 0);

/** Whether the new answer is the better one: more certain, or as certain and more serious. */
const beats = (answer: ImportedAnswer, best: ImportedAnswer): boolean => {
  const certainty = CERTAINTY[answer.certainty] - CERTAINTY[best.certainty];
  return certainty > 0 || (certainty === 0 && rankOf(answer) > rankOf(best));
};

/** A language model with retrieval or tools is still a language model: the narrower answer contradicts nothing. */
const refines = (chosen: ImportedAnswer, answer: ImportedAnswer): boolean =>
  answer.question === "profile.modelType" && [chosen, answer].every(({ value }) => RANKS["profile.modelType"]!.includes(String(value)));

/** At most one answer to each question. An answer that the file gives differently elsewhere is told to `losses`, unless it was only guessed. */
export const settleAnswers = (candidates: readonly ImportedAnswer[], losses: Losses): ImportedAnswer[] => {
  const best = new Map<string, ImportedAnswer>();
  for (const answer of candidates) {
    const before = best.get(answer.question);
    if (!before || beats(answer, before)) best.set(answer.question, answer);
  }
  const told = new Set<string>();
  for (const answer of candidates) {
    const chosen = best.get(answer.question)!;
    const what = `the answer ${String(answer.value)} to ${answer.question} (${answer.from})`;
    if (answer.certainty === "guess" || chosen.value === answer.value || refines(chosen, answer) || told.has(what)) continue;
    told.add(what);
    losses.add(what, `the file also says ${String(chosen.value)} (${chosen.from}), which counts`);
  }
  return [...best.values()];
};
