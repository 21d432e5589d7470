import { answerName } from "@strideml/core";
import type { Knowledge, Question } from "@strideml/plugin-kit";
import type { CommandRun, Flags } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { ANSWER_FLAGS, onePositional, readSystem } from "./readSystem.js";
import { plain } from "./plain.js";
import { systemFile } from "./systemFile.js";
import { readSetup } from "./readSetup.js";
import { userError } from "./UserError.js";
import { refuseExisting, writeFiles } from "./writeOutput.js";

const profileQuestions = ({ questions }: Knowledge): Question[] => questions.filter((question) => question.id.startsWith("profile."));

const flagOf = (question: Question): string => Object.entries(ANSWER_FLAGS).find(([, name]) => name === answerName(question.id))?.[0] ?? question.id;

/** The name and the four answers: from the flags, and where they leave something open from the terminal. */
const complete = async (flags: Flags, questions: readonly Question[], io: Io): Promise<Flags> => {
  const open = questions.filter((question) => flags[flagOf(question)] === undefined);
  const missing = [...(flags["name"] === undefined ? ["--name"] : []), ...open.map((question) => `--${flagOf(question)}`)];
  if (missing.length === 0) return flags;
  if (io.stdin.isTTY !== true || !io.stdout.isTTY)
    throw userError("usage", `there is no terminal to ask on, so give ${missing.join(", ")}`, { hint: "strideml list questions says what the values are" });
  const { ask } = await import("./lazy/ask.js");
  const answered = await ask(flags["name"] as string | undefined, open);
  if (!answered) throw userError("cancelled", "cancelled");
  return { ...flags, name: answered.name, ...Object.fromEntries(open.map((question) => [flagOf(question), answered.answers.get(question.id)])) };
};

/** `strideml init`: the wizard, or the same from flags. */
const init: CommandRun = async (positionals, flags, io) => {
  const path = onePositional(positionals, "at most one FILE") ?? "strideml.yaml";
  if (flags["force"] !== true) await refuseExisting(path, io);
  const { knowledge } = await readSetup(flags, io);
  const questions = profileQuestions(knowledge);
  const answers = await complete(flags, questions, io);
  const system = await readSystem(undefined, answers, knowledge, io);
  const content = systemFile(system, knowledge);
  await writeFiles([{ path, content }], io);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${plain(path)}; next: strideml generate ${plain(path)} --output out/ --format md,html,json\n`);
  return EXIT.done;
};

export default init;
