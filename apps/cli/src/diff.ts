import { diffModels, type ModelDiff, type Moved } from "@strideml/core";
import { type Finding, type Knowledge, type Score, STATUS_WORDS, STRIDE_TITLES, THREAT_MODEL_FORMAT, type ThreatModel } from "@strideml/plugin-kit";
import type { CommandRun, Flags } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { makeModel } from "./makeModel.js";
import { painter } from "./paint.js";
import { plain } from "./plain.js";
import { readSetup } from "./readSetup.js";
import { readSystem } from "./readSystem.js";
import { userError } from "./UserError.js";

/** A saved threat model as it was saved; of a system file, the one that is made of it today. */
const readEither = async (file: string, flags: Flags, knowledge: Knowledge, io: Io): Promise<ThreatModel> => {
  const { readModelIfOne } = await import("./lazy/readModel.js");
  return (await readModelIfOne(file, io)) ?? makeModel(await readSystem(file, {}, knowledge, io), knowledge, flags, io);
};

const change = (before: Score, after: Score): string =>
  before.score === after.score ? `${after.score} ${after.severity}` : `${before.score} ${before.severity} → ${after.score} ${after.severity}`;

const findingLine = (sign: string, { id, title, score, severity }: Finding): string => `  ${sign} ${String(score).padStart(2)} ${severity.padEnd(8)}  ${id}  ${plain(title)}\n`;

const movedLine = ({ before, after }: Moved): string => {
  const parts = [
    before.score === after.score ? "" : `score ${change(before, after)}`,
    before.residual.score === after.residual.score ? "" : `residual ${change(before.residual, after.residual)}`,
    before.status === after.status ? "" : `${STATUS_WORDS[before.status].toLowerCase()} → ${STATUS_WORDS[after.status].toLowerCase()}`,
  ];
  return `  ~ ${after.id}  ${parts.filter(Boolean).join(", ")}\n`;
};

const textOf = (diff: ModelDiff, io: Io): string => {
  const paint = painter(io.stdout, io);
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? "" : `\n${paint("bold", `${title}: ${lines.length}`)}\n${lines.join("")}`);
  const categories = diff.categories.filter(({ before, after }) => before.score !== after.score);
  return [
    `${paint("bold", "Overall")}  ${change(diff.overall.before, diff.overall.after)}; residual ${change(diff.residual.before, diff.residual.after)}\n`,
    ...categories.map(({ stride, before, after }) => `  ${STRIDE_TITLES[stride]}  ${change(before, after)}\n`),
    section(
      "Appeared",
      diff.appeared.map((finding) => findingLine("+", finding)),
    ),
    section(
      "Vanished",
      diff.vanished.map((finding) => findingLine("-", finding)),
    ),
    section("Moved", diff.moved.map(movedLine)),
    `\n${diff.unchanged === 1 ? "1 finding is" : `${diff.unchanged} findings are`} as before.\n`,
  ].join("");
};

/** `strideml diff`: what became of a threat model, from the first file to the second. */
const diff: CommandRun = async (positionals, flags, io) => {
  const [before, after] = positionals;
  if (before === undefined || after === undefined || positionals.length > 2)
    throw userError("usage", "name two files", { expected: `strideml diff A B, each a system file or a saved model (${THREAT_MODEL_FORMAT})` });
  if (positionals.includes("-")) throw userError("usage", "standard input holds one file, and two are compared", { expected: "two names of files" });
  const { knowledge } = await readSetup(flags, io);
  const result = diffModels(await readEither(before, flags, knowledge, io), await readEither(after, flags, knowledge, io));
  io.stdout.write(flags["json"] === true ? `${JSON.stringify(result, null, 2)}\n` : textOf(result, io));
  return EXIT.done;
};

export default diff;
