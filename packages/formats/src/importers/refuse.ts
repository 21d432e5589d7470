import { type PlacedProblem, failure } from "@strideml/plugin-kit";

/** One problem of a file as a failed result. */
export const refuse = (file: string, code: string, message: string, more: Partial<PlacedProblem> = {}): { ok: false; problems: PlacedProblem[] } =>
  failure([{ code, message, path: [], file, ...more }]);
