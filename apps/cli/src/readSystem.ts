import { resolveSystem } from "@strideml/core";
import { type Knowledge, nearest, type PlacedProblem, type Result, type System, type SystemFile } from "@strideml/plugin-kit";
import { checkSystem } from "./checkSystem.js";
import type { Flags } from "./commands.js";
import type { Io } from "./Io.js";
import { readInput } from "./readInput.js";
import { UserError, userError } from "./UserError.js";

/** Flags that are answers, and the question each answers. */
export const ANSWER_FLAGS = { "model-type": "modelType", deployment: "deployment", "data-sensitivity": "dataSensitivity", "access-level": "accessLevel" } as const;

type Mapping = Record<string, unknown>;

const asMapping = (value: unknown): Mapping => (value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Mapping) : {});

const valueOf = (text: string): unknown => (text === "true" ? true : text === "false" ? false : text.includes(",") ? text.split(",").filter(Boolean) : text);

/** `training.mode=online` into nested mappings. */
const withContext = (context: Mapping, assignment: string, lists: ReadonlySet<string>): Mapping => {
  const match = /^([A-Za-z][A-Za-z.]*)=(.*)$/.exec(assignment);
  if (!match) throw userError("usage", `--context ${assignment} is not KEY=VALUE`, { expected: "for instance --context training.mode=online" });
  const [, key = "", text = ""] = match;
  const keys = key.split(".");
  const value = lists.has(`context.${key}`) ? text.split(",").filter(Boolean) : valueOf(text);
  const put = (into: Mapping, [first = "", ...rest]: string[]): Mapping => ({ ...into, [first]: rest.length === 0 ? value : put(asMapping(into[first]), rest) });
  return put(context, keys);
};

const withFlags = (input: unknown, flags: Flags, knowledge: Knowledge): unknown => {
  const given = Object.entries(ANSWER_FLAGS).filter(([flag]) => typeof flags[flag] === "string");
  const assignments = (flags["context"] as string[] | undefined) ?? [];
  if (given.length === 0 && assignments.length === 0 && flags["name"] === undefined) return input;
  const file = asMapping(input);
  const lists = new Set(knowledge.questions.filter((question) => question.type === "list").map((question) => question.id));
  return {
    ...file,
    ...(flags["name"] !== undefined && { system: { ...asMapping(file["system"]), name: flags["name"] } }),
    ...(given.length > 0 && { profile: { ...asMapping(file["profile"]), ...Object.fromEntries(given.map(([flag, question]) => [question, flags[flag]])) } }),
    ...(assignments.length > 0 && { context: assignments.reduce((context, each) => withContext(context, each, lists), asMapping(file["context"])) }),
  };
};

const BLANK: SystemFile = { schemaVersion: 1, system: { name: "Unnamed system" }, profile: {}, context: {}, questionnaires: {}, decisions: { mitigations: [], findings: [] } };

/** Flags alone. Names and refinements can be anything and are checked as a file is; the four answers need no check of their shape. */
const fromFlags = async (flags: Flags, knowledge: Knowledge): Promise<Result<System>> => {
  const input = withFlags(BLANK, flags, knowledge);
  return flags["name"] === undefined && flags["context"] === undefined ? resolveSystem(input as SystemFile, knowledge) : checkSystem(input, knowledge);
};

/** A missing or wrong answer that was to be given by a flag is told by the name of the flag. */
const byFlag = (problem: PlacedProblem): PlacedProblem => {
  const flag = problem.path[0] === "profile" ? Object.entries(ANSWER_FLAGS).find(([, question]) => question === problem.path[1])?.[0] : undefined;
  if (flag) return { ...problem, path: [`--${flag}`] };
  if (problem.path.join(".") === "system.name") return { ...problem, path: ["--name"] };
  return problem.path[0] === "context" ? { ...problem, path: [`--context ${problem.path.slice(1).join(".")}`] } : problem;
};

/** The system that a command is about: a file, standard input, or flags alone; flags override the file. */
export const readSystem = async (file: string | undefined, flags: Flags, knowledge: Knowledge, io: Io): Promise<System> => {
  const source = file === undefined ? undefined : await readSource(file, io);
  const result = source ? await checkSystem(withFlags(source.value, flags, knowledge), knowledge) : await fromFlags(flags, knowledge);
  if (result.ok) return result.value;
  if (source && !("profile" in asMapping(source.value))) await refuseForeign(source.text, source.name);
  const fromFlag = (problem: PlacedProblem) =>
    source === undefined ||
    Object.entries(ANSWER_FLAGS).some(([flag, question]) => problem.path[1] === question && flags[flag] !== undefined) ||
    (problem.path.join(".") === "system.name" && flags["name"] !== undefined);
  throw new UserError(result.problems.map((problem) => (fromFlag(problem) ? byFlag(problem) : (source?.place(problem) ?? problem))));
};

/** @throws UserError where the input is what generate --format json wrote */
const refuseModel = (input: unknown, file: string): void => {
  const { format } = asMapping(input);
  if (typeof format === "string" && format.startsWith("strideml/threat-model@"))
    throw userError("foreign-file", "is a threat model, not the system file that it was made from", { file, hint: "name the system file" });
};

/**
 * Only of a file that is no system file: whoever has one of another tool is told the way.
 * @throws UserError where it is of a tool that is known
 */
const refuseForeign = async (text: string, file: string): Promise<void> => {
  const { IMPORTERS } = await import("./lazy/importers.js");
  const importer = IMPORTERS.find((each) => each.recognises(text, file));
  if (importer) throw userError("foreign-file", `is no system file, but one of ${importer.title}`, { file, hint: `strideml import ${file} makes a system file of it` });
};

/** Reads and parses a file without checking what it says. */
export const readSource = async (file: string, io: Io) => {
  const { readYaml } = await import("./lazy/readYaml.js");
  const { name, text } = await readInput(file, io);
  const source = readYaml(text, name);
  if (!source.ok) {
    await refuseForeign(text, name);
    throw new UserError(source.problems);
  }
  refuseModel(source.value.value, name);
  return { ...source.value, text, name };
};

/** The only positional argument of a command, or none. */
export const onePositional = (positionals: readonly string[], usage: string): string | undefined => {
  if (positionals.length > 1) throw userError("usage", `one argument too many: ${positionals[1]}`, { expected: usage });
  return positionals[0];
};

/** A value from a closed list, or an error that suggests one. */
export const oneOf = <T extends string>(value: string, known: readonly T[], what: string): T => {
  const found = known.find((each) => each === value);
  if (found === undefined) {
    const guess = nearest(value, known);
    throw userError("unknown-value", `there is no ${what} ${value}`, { expected: `one of ${known.join(", ")}`, hint: guess && `did you mean ${guess}?` });
  }
  return found;
};
