import { assess, ranksOf } from "@strideml/core";
import type { Answer, FormQuestion, Knowledge, Questionnaire, System } from "@strideml/plugin-kit";
import type { CommandRun } from "./commands.js";
import { checkedAnswers, formFlags } from "./formFlags.js";
import { EXIT, type Io } from "./Io.js";
import { readInput } from "./readInput.js";
import { oneOf, readSystem } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { userError } from "./UserError.js";
import { writeFiles } from "./writeOutput.js";

const asked = (questionnaire: Questionnaire, system: System, knowledge: Knowledge) => {
  const background = { answers: system.answers, ranks: ranksOf(knowledge.questions) };
  return (answers: Record<string, Answer>): string[] => assess(questionnaire, answers, background).unanswered;
};

/** The wizard: each question that is to be asked next, given the answers so far. */
const ask = async (
  questionnaire: Questionnaire,
  given: Record<string, Answer>,
  open: (answers: Record<string, Answer>) => string[],
): Promise<Record<string, Answer> | undefined> => {
  const { askForm } = await import("./lazy/askForm.js");
  const next = (answers: Record<string, Answer>, skipped: ReadonlySet<string>): FormQuestion | undefined => {
    const id = open(answers).find((each) => !skipped.has(each));
    return questionnaire.questions.find((question) => question.id === id);
  };
  return askForm(questionnaire.title, given, next);
};

const mustAsk = (flags: Readonly<Record<string, unknown>>, left: readonly string[], io: Io): boolean => {
  if (flags["answer"] !== undefined || left.length === 0) return false;
  if (io.stdin.isTTY === true && io.stdout.isTTY) return true;
  throw userError("usage", `there is no terminal to ask on; ${left.length} questions are open: ${left.join(", ")}`, {
    hint: "give them as --answer QUESTION=VALUE; strideml list questionnaires --json says what the values are",
  });
};

/** `strideml answer`: a questionnaire into a system file, by wizard or by flags; comments and order of the file stay. */
const answer: CommandRun = async (positionals, flags, io) => {
  const [id, file] = positionals;
  const { knowledge } = await readSetup(flags, io);
  if (id === undefined || file === undefined || file === "-" || positionals.length > 2)
    throw userError("usage", "say which questionnaire and which file", { expected: "strideml answer QUESTIONNAIRE FILE" });
  const ids = knowledge.questionnaires.map((each) => each.id);
  const questionnaire = knowledge.questionnaires.find((each) => each.id === oneOf(id, ids, "questionnaire"))!;
  const system = await readSystem(file, {}, knowledge, io);
  const open = asked(questionnaire, system, knowledge);
  const given = formFlags(questionnaire, system.questionnaires[id] ?? {}, flags, knowledge);
  const told = mustAsk(flags, open(given), io) ? await ask(questionnaire, given, open) : given;
  if (!told) throw userError("cancelled", "cancelled");
  const answers = checkedAnswers(questionnaire, told, knowledge, id);
  const { editYaml } = await import("./lazy/formats.js");
  const { text } = await readInput(file, io);
  const changed = Object.entries(answers).filter(([question, value]) => JSON.stringify(value) !== JSON.stringify(system.questionnaires[id]?.[question]));
  const edits = changed.map(([question, value]) => ({ path: ["questionnaires", id, question], value }));
  await writeFiles([{ path: file, content: editYaml(text, edits) }], io);
  const left = open(answers);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${file}; ${left.length === 0 ? "every question of it is answered" : `open: ${left.join(", ")}`}\n`);
  return EXIT.done;
};

export default answer;
