import { oneLine } from "./cleanText.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";

/** A name as one line of at most 200 characters, with a loss where it had to be cut; a stand-in where there is none. */
export const nameOf = (name: string | undefined, standIn: string, losses: Losses): string => {
  const { text, shortened } = oneLine(name ?? "", LIMITS.name);
  if (shortened) losses.add(`the end of the name "${oneLine(text, 60).text}…"`, `names have at most ${LIMITS.name} characters`);
  return text === "" ? standIn : text;
};
