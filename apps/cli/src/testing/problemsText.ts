import type { PlacedProblem } from "@strideml/plugin-kit";
import { formatProblem } from "../formatProblem.js";

/** Problems as the command line tells them, a line each. */
export const problemsText = (problems: readonly PlacedProblem[]): string => problems.map((problem) => formatProblem(problem)).join("\n");
