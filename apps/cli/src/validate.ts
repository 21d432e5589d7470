import { didYouMean, type Knowledge, type PlacedProblem, type Problem, type System } from "@strideml/plugin-kit";
import { checkSystem } from "./checkSystem.js";
import type { CommandRun, Flags } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { formatProblem } from "./formatProblem.js";
import { readSource } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { makeModel } from "./makeModel.js";
import { plain } from "./plain.js";
import { readTemplateFile } from "./templates.js";
import { isUserError, userError } from "./UserError.js";

interface Checked {
  problems: PlacedProblem[];
  /** What is no mistake in the file, but may be none that was meant. */
  warnings: PlacedProblem[];
}

/** Decisions that name nothing in the model; a misspelt name is one of them. */
const unusedDecisions = (system: System, knowledge: Knowledge, flags: Flags, io: Io): Problem[] => {
  const model = makeModel(system, knowledge, flags, io);
  const unused = new Set(model.unusedDecisions);
  const told = (what: "mitigations" | "findings", known: readonly string[]): Problem[] =>
    system.decisions[what].flatMap(({ id }, index) =>
      unused.has(id) ? [{ code: "unused-decision", message: `${id} names nothing in this model`, path: ["decisions", what, index, "id"], hint: didYouMean(id, known) }] : [],
    );
  return [
    ...told(
      "mitigations",
      knowledge.mitigations.map(({ id }) => id),
    ),
    ...told(
      "findings",
      model.threats.map(({ id }) => id),
    ),
  ];
};

const checkFile = async (file: string, knowledge: Knowledge, flags: Flags, io: Io): Promise<Checked> => {
  try {
    if (file.endsWith(".hbs")) return await readTemplateFile(file, io).then(() => ({ problems: [], warnings: [] }));
    const source = await readSource(file, io);
    const result = await checkSystem(source.value, knowledge);
    return result.ok
      ? { problems: [], warnings: unusedDecisions(result.value, knowledge, flags, io).map((warning) => source.place(warning)) }
      : { problems: result.problems.map((problem) => source.place(problem)), warnings: [] };
  } catch (error) {
    if (isUserError(error)) return { problems: error.problems, warnings: [] };
    throw error;
  }
};

/** `strideml validate`: everything that is wrong with each file. */
const validate: CommandRun = async (files, flags, io) => {
  if (files.length === 0) throw userError("usage", "name at least one file", { expected: "strideml validate FILE..." });
  const { knowledge } = await readSetup(flags, io);
  const checked = await Promise.all(files.map(async (file) => ({ file, ...(await checkFile(file, knowledge, flags, io)) })));
  const problems = checked.flatMap((each) => each.problems);
  if (flags["json"] === true) io.stdout.write(`${JSON.stringify(problems, null, 2)}\n`);
  else
    for (const each of checked) {
      for (const problem of each.problems) io.stderr.write(`error: ${formatProblem(problem)}\n`);
      if (flags["quiet"] === true) continue;
      for (const warning of each.warnings) io.stderr.write(`warning: ${formatProblem(warning)}\n`);
      if (each.problems.length === 0) io.stderr.write(`${plain(each.file === "-" ? "standard input" : each.file)}: valid\n`);
    }
  return problems.length > 0 ? EXIT.badInput : EXIT.done;
};

export default validate;
