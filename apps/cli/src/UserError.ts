import type { PlacedProblem } from "@strideml/plugin-kit";

/** Something the caller can put right. Ends the command with exit code 2 and without a stack trace. */
export class UserError extends Error {
  constructor(readonly problems: PlacedProblem[]) {
    super(problems.map((problem) => problem.message).join("; "));
    this.name = "UserError";
  }
}

/** Told by name: modules that are loaded late are bundled apart and have a class of their own. */
export const isUserError = (error: unknown): error is UserError => error instanceof Error && error.name === "UserError";

/** A user error with a single problem. */
export const userError = (code: string, message: string, more: Partial<PlacedProblem> = {}): UserError => new UserError([{ code, message, path: [], ...more }]);
