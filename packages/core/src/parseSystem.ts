import { type Knowledge, type Problem, type Result, type System, SystemFile, failure } from "@strideml/plugin-kit";
import { resolveAnswers } from "./resolveAnswers.js";
import { resolveSystem } from "./resolveSystem.js";
import { toldProblems } from "./toldProblems.js";
import { unsafeKeys } from "./unsafeKeys.js";
import { zodProblems } from "./zodProblems.js";

/** Keys that a system file may have at a path, for suggestions. */
const knownKeys = (path: PropertyKey[]): string[] => {
  const [first, second] = path;
  if (path.length === 0) return Object.keys(SystemFile.shape);
  if (first === "system") return ["name", "description", "owner", "version"];
  if (first === "architecture" && second === undefined) return ["components", "flows", "boundaries"];
  if (second === "components") return ["id", "kind", "title", "description", "shape", "zone"];
  if (second === "flows") return ["id", "from", "to", "data"];
  if (second === "boundaries") return ["id", "title", "trust"];
  if (first === "decisions" && second === undefined) return ["mitigations", "findings"];
  if (second === "mitigations") return ["id", "status", "owner", "reason", "evidence", "due"];
  if (second === "findings") return ["id", "status", "owner", "reason", "expires"];
  return [];
};

const notAMapping = (input: unknown): Problem[] =>
  input !== null && typeof input === "object" && !Array.isArray(input)
    ? []
    : [
        {
          code: "wrong-type",
          message: input === undefined || input === null ? "the input is empty" : "the input is not a mapping of keys to values",
          path: [],
          expected: "a system file with schemaVersion, system and profile",
          hint: "strideml init writes one",
        },
      ];

/** A key that has nothing after it, as YAML writes it, says as much as no key. */
const withoutEmpty = (input: object): object => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));

/** The answers have checks of their own, which say more of what they find. */
const isOfAnswers = ({ path }: Problem): boolean => path.length === 1 && (path[0] === "profile" || path[0] === "context");

/**
 * Checks a system description against the questions of the loaded knowledge and fills in what follows from the answers.
 * @param input the parsed content of a system file, of any shape
 * @returns the system with every question answered, or every problem at once
 */
export const parseSystem = (input: unknown, knowledge: Knowledge): Result<System> => {
  const early = [...notAMapping(input), ...unsafeKeys(input)];
  if (early.length > 0) return failure(toldProblems(early));
  const file = SystemFile.safeParse(withoutEmpty(input as object));
  if (file.success) {
    const system = resolveSystem(file.data, knowledge);
    return system.ok ? system : failure(toldProblems(system.problems));
  }
  const { profile, context } = input as { profile?: unknown; context?: unknown };
  const shape = zodProblems(file.error.issues, input, knownKeys);
  const answers = resolveAnswers(profile, context, knowledge).problems;
  return failure(toldProblems(answers.length === 0 ? shape : [...shape.filter((problem) => !isOfAnswers(problem)), ...answers]));
};
