import type { Knowledge, PlacedProblem } from "@strideml/plugin-kit";
import { checkSystem } from "./checkSystem.js";
import type { CommandRun } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { formatProblem } from "./formatProblem.js";
import { readSource } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { plain } from "./plain.js";
import { readTemplateFile } from "./templates.js";
import { isUserError, userError } from "./UserError.js";

const problemsOf = async (file: string, knowledge: Knowledge, io: Io): Promise<PlacedProblem[]> => {
  try {
    if (file.endsWith(".hbs")) return await readTemplateFile(file, io).then(() => []);
    const source = await readSource(file, io);
    const result = await checkSystem(source.value, knowledge);
    return result.ok ? [] : result.problems.map((problem) => source.place(problem));
  } catch (error) {
    if (isUserError(error)) return error.problems;
    throw error;
  }
};

/** `strideml validate`: everything that is wrong with each file. */
const validate: CommandRun = async (files, flags, io) => {
  if (files.length === 0) throw userError("usage", "name at least one file", { expected: "strideml validate FILE..." });
  const { knowledge } = await readSetup(flags, io);
  const checked = await Promise.all(files.map(async (file) => ({ file, problems: await problemsOf(file, knowledge, io) })));
  const problems = checked.flatMap((each) => each.problems);
  if (flags["json"] === true) io.stdout.write(`${JSON.stringify(problems, null, 2)}\n`);
  else
    for (const each of checked) {
      for (const problem of each.problems) io.stderr.write(`error: ${formatProblem(problem)}\n`);
      if (each.problems.length === 0 && flags["quiet"] !== true) io.stderr.write(`${plain(each.file === "-" ? "standard input" : each.file)}: valid\n`);
    }
  return problems.length > 0 ? EXIT.badInput : EXIT.done;
};

export default validate;
