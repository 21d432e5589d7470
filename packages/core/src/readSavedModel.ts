import { type PlacedProblem, type Problem, type Result, type ThreatModel, failure, SavedModel, success, THREAT_MODEL_FORMAT } from "@strideml/plugin-kit";
import { savedReferences } from "./savedReferences.js";
import { unsafeKeys } from "./unsafeKeys.js";
import { zodProblems } from "./zodProblems.js";

/** Most problems that are told of one file. */
const MOST = 20;

const formatProblem = (value: unknown): PlacedProblem => {
  const format = (value as { format?: unknown } | null | undefined)?.format;
  const isOurs = typeof format === "string" && format.startsWith("strideml/threat-model@");
  return {
    code: isOurs ? "newer-format" : "foreign",
    message: isOurs ? `is a threat model in the format ${format}` : "is not a file of StrideML",
    path: [],
    expected: THREAT_MODEL_FORMAT,
    hint: isOurs ? "open it with the version that wrote it" : "open a system file (YAML) or a saved threat model (JSON)",
  };
};

const damaged = ({ message, path, expected }: Pick<Problem, "message" | "path" | "expected">): PlacedProblem => ({
  code: "damaged",
  message,
  path,
  expected,
  hint: "the file is damaged or was edited by hand",
});

const read = (value: unknown): Result<ThreatModel> => {
  if ((value as { format?: unknown } | null | undefined)?.format !== THREAT_MODEL_FORMAT) return failure([formatProblem(value)]);
  const unsafe = unsafeKeys(value);
  if (unsafe.length > 0) return failure(unsafe);
  const parsed = SavedModel.safeParse(value);
  if (!parsed.success) return failure(zodProblems(parsed.error.issues.slice(0, MOST), value).map(damaged));
  // Without a cast: what the contract has and the schema does not check, does not compile.
  const model: ThreatModel = parsed.data;
  const broken = savedReferences(model).map(damaged);
  return broken.length > 0 ? failure(broken) : success(model);
};

/** Reads a threat model of the format that this version reads, so that everything that reads on can trust it. */
export const readSavedModel = (value: unknown, file: string): Result<ThreatModel> => {
  const result = read(value);
  return result.ok ? result : failure(result.problems.slice(0, MOST).map((problem) => ({ ...problem, file })));
};
