import type { PlacedProblem } from "@strideml/plugin-kit";
import { formatProblem } from "../formatProblem.js";

/** What a case rejects with: words for the author of the plugin. Where it was found out is of no use to them. */
export class Unkept extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "ContractError";
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * Rejects a case where there is something to say.
 * @throws Unkept with a line for each
 */
export const keep = (lines: readonly string[]): void => {
  if (lines.length > 0) throw new Unkept(lines);
};

/**
 * The same for problems, as the command line tells them.
 * @throws Unkept with a line for each
 */
export const keepOf = (problems: readonly PlacedProblem[]): void => keep(problems.map(formatProblem));
