import { parseSystem } from "@strideml/core";
import type { PlacedProblem } from "@strideml/plugin-kit";
import type { CommandRun } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { formatProblem } from "./formatProblem.js";
import { loadKnowledge } from "./loadKnowledge.js";
import { readSource } from "./readSystem.js";
import { isUserError, userError } from "./UserError.js";

const problemsOf = async (file: string, io: Io): Promise<PlacedProblem[]> => {
  try {
    const source = await readSource(file, io);
    const result = parseSystem(source.value, loadKnowledge());
    return result.ok ? [] : result.problems.map((problem) => source.place(problem));
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
};

/** `strideml validate`: everything that is wrong with each file. */
const validate: CommandRun = async (files, flags, io) => {
  if (files.length === 0) throw userError("usage", "name at least one file", { expected: "strideml validate FILE..." });
  const checked = await Promise.all(files.map(async (file) => ({ file, problems: await problemsOf(file, io) })));
  const problems = checked.flatMap((each) => each.problems);
  if (flags["json"] === true) io.stdout.write(`${JSON.stringify(problems, null, 2)}\n`);
  else
    for (const each of checked) {
      for (const problem of each.problems) io.stderr.write(`error: ${formatProblem(problem)}\n`);
      if (each.problems.length === 0 && flags["quiet"] !== true) io.stderr.write(`${each.file}: valid\n`);
    }
  return problems.length > 0 ? EXIT.badInput : EXIT.done;
};

export default validate;
