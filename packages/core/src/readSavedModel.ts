import { type PlacedProblem, type Result, type ThreatModel, failure, SavedModel, success, THREAT_MODEL_FORMAT } from "@strideml/plugin-kit";
import { unsafeKeys } from "./unsafeKeys.js";

const problem = (file: string, code: string, message: string, more: Partial<PlacedProblem> = {}): PlacedProblem => ({ code, message, path: [], file, ...more });

/** Most problems that are told of one file. */
const MOST = 20;

/** Checks that a value is a threat model of the format that this version reads. */
export const readSavedModel = (value: unknown, file: string): Result<ThreatModel> => {
  const { format } = value as { format: unknown };
  if (format !== THREAT_MODEL_FORMAT) {
    const isOurs = typeof format === "string" && format.startsWith("strideml/threat-model@");
    return failure([
      problem(file, isOurs ? "newer-format" : "foreign", isOurs ? `is a threat model in the format ${format}` : "is not a file of StrideML", {
        expected: THREAT_MODEL_FORMAT,
        hint: isOurs ? "open it with the version that wrote it" : "open a system file (YAML) or a saved threat model (JSON)",
      }),
    ]);
  }
  const unsafe = unsafeKeys(value);
  if (unsafe.length > 0) return failure(unsafe.slice(0, MOST).map((each) => ({ ...each, file })));
  const parsed = SavedModel.safeParse(value);
  if (parsed.success) return success(value as ThreatModel);
  return failure(
    parsed.error.issues.slice(0, MOST).map((issue) =>
      problem(file, "damaged", issue.message, {
        path: issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)),
        hint: "the file is damaged or was edited by hand",
      }),
    ),
  );
};
