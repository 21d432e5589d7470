import { answerName } from "@strideml/core";
import type { Knowledge, Question } from "@strideml/plugin-kit";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { CommandRun, Flags } from "./commands.js";
import { EXIT } from "./Io.js";
import { loadKnowledge } from "./loadKnowledge.js";
import { ANSWER_FLAGS, onePositional, readSystem } from "./readSystem.js";
import { userError } from "./UserError.js";
import { writeFiles } from "./writeOutput.js";

const profileQuestions = ({ questions }: Knowledge): Question[] => questions.filter((question) => question.id.startsWith("profile."));

const flagOf = (question: Question): string => Object.entries(ANSWER_FLAGS).find(([, name]) => name === answerName(question.id))?.[0] ?? question.id;

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Asks on the terminal for what the flags leave open. */
const ask = async (knowledge: Knowledge, flags: Flags): Promise<Flags> => {
  const { cancel, intro, isCancel, select, text } = await import("@clack/prompts");
  const answer = async (asked: Promise<string | symbol | undefined>): Promise<string> => {
    const value = await asked;
    if (!isCancel(value)) return value as string;
    cancel("Nothing was written.");
    throw userError("cancelled", "cancelled; nothing was written");
  };
  intro("Four questions, then a threat model");
  const given: Flags = { ...flags };
  given["name"] ??= await answer(
    text({ message: "What is the system called?", placeholder: "Loan approval scorer", validate: (value) => (value?.trim() ? undefined : "A name, please.") }),
  );
  for (const question of profileQuestions(knowledge)) {
    const options = question.choices.map((choice) => ({ value: choice.id, label: choice.label, hint: choice.help }));
    given[flagOf(question)] ??= await answer(select({ message: `${question.title}\n  ${question.why}`, options, maxItems: 12 }));
  }
  return given;
};

/** `strideml init`: the wizard, or the same from flags. */
const init: CommandRun = async (positionals, flags, io) => {
  const path = onePositional(positionals, "at most one FILE") ?? "strideml.yaml";
  if (flags["force"] !== true && (await exists(resolve(io.cwd(), path))))
    throw userError("exists", "exists already; nothing was written", { file: path, hint: "choose another name, or --force" });
  const knowledge = loadKnowledge();
  const open = [
    ...(flags["name"] === undefined ? ["--name"] : []),
    ...profileQuestions(knowledge)
      .map(flagOf)
      .filter((flag) => flags[flag] === undefined)
      .map((flag) => `--${flag}`),
  ];
  const interactive = io.stdin.isTTY === true && io.stdout.isTTY === true;
  if (open.length > 0 && !interactive)
    throw userError("usage", `there is no terminal to ask on, so give ${open.join(", ")}`, { hint: "strideml list questions says what the values are" });
  const answers = open.length > 0 ? await ask(knowledge, flags) : flags;
  await readSystem(undefined, answers, knowledge, io);
  // Loaded late: only init writes YAML.
  const { systemFile } = await import("./systemFile.js");
  const text = systemFile(String(answers["name"]), new Map(profileQuestions(knowledge).map((question) => [question.id, answers[flagOf(question)]])), knowledge);
  await writeFiles([{ path, content: text }], io);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${path}; next: strideml generate ${path} --output out/ --format md,html,json\n`);
  return EXIT.done;
};

export default init;
