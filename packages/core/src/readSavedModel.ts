import { type PlacedProblem, type Result, type ThreatModel, failure, SavedModel, success, THREAT_MODEL_FORMAT } from "@strideml/plugin-kit";
import { zodProblems } from "./zodProblems.js";

const problem = (file: string, code: string, message: string, more: Partial<PlacedProblem> = {}): PlacedProblem => ({ code, message, path: [], file, ...more });

/** Most problems that are told of one file. */
const MOST = 20;

/** Checks that a value is a threat model of the format that this version reads. */
export const readSavedModel = (value: unknown, file: string): Result<ThreatModel> => {
  const { format } = (value ?? {}) as { format?: unknown };
  if (format !== THREAT_MODEL_FORMAT) {
    const isOurs = typeof format === "string" && format.startsWith("strideml/threat-model@");
    return failure([
      problem(file, isOurs ? "newer-format" : "foreign", isOurs ? `is a threat model in the format ${format}` : "is not a file of StrideML", {
        expected: THREAT_MODEL_FORMAT,
        hint: isOurs ? "open it with the version that wrote it" : "open a system file (YAML) or a saved threat model (JSON)",
      }),
    ]);
  }
  const parsed = SavedModel.safeParse(value);
  if (parsed.success) return success(value as ThreatModel);
  return failure(
    zodProblems(parsed.error.issues.slice(0, MOST), value).map(({ message, path, expected }) =>
      problem(file, "damaged", message, { path, expected, hint: "the file is damaged or was edited by hand" }),
    ),
  );
};
