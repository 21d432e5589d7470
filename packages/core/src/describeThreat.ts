import type { Answer, Threat } from "@strideml/plugin-kit";
import { type Ranks, holds } from "./condition.js";

/** How the attack goes: in general, then on this kind of system. */
export const describeThreat = (threat: Threat, answers: Record<string, Answer>, ranks: Ranks): string =>
  [threat.description, ...threat.variants.filter((variant) => holds(variant.when, answers, ranks)).map((variant) => variant.text)].map((text) => text.trim()).join("\n\n");
