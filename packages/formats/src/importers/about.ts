import type { Imported } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "./cleanText.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";

type About = Pick<Imported, "name" | "description" | "owner" | "version">;

const SHORT = [
  ["name", LIMITS.name],
  ["owner", LIMITS.name],
  ["version", LIMITS.version],
] as const;

/** Name, description, owner and version as a system file takes them, with a loss where one had to be cut. */
export const about = (given: { [key in keyof About]?: string | undefined }, losses: Losses): About => {
  const result: About = {};
  for (const [key, most] of SHORT) {
    const { text, shortened } = oneLine(given[key] ?? "", most);
    if (shortened) losses.add(`the end of the ${key} "${oneLine(text, 40).text}…"`, `it has at most ${most} characters`);
    if (text !== "") result[key] = text;
  }
  const { text, shortened } = manyLines(given.description ?? "", LIMITS.description);
  if (shortened) losses.add("the end of the description", `it has at most ${LIMITS.description} characters`);
  if (text !== "") result.description = text;
  return result;
};
