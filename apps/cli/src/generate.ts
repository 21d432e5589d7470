import { join } from "node:path";
import type { CannotExport, Knowledge, ThreatModel } from "@strideml/plugin-kit";
import { DEFAULT_TEMPLATE, fileName, type Format, type Job, noticesOf } from "@strideml/report";
import type { CommandRun, Flags } from "./commands.js";
import { chosenFormats } from "./formats.js";
import { EXIT, type Io } from "./Io.js";
import { makeModel } from "./makeModel.js";
import { painter } from "./paint.js";
import { plain } from "./plain.js";
import { onePositional, readSystem } from "./readSystem.js";
import { printDocument } from "./printDocument.js";
import { renderers } from "./renderers.js";
import { readSetup } from "./readSetup.js";
import { chosenTemplate, type ChosenTemplate } from "./templates.js";
import { userError } from "./UserError.js";
import { namesDirectory, writeFiles } from "./writeOutput.js";

const summaryOf = (model: ThreatModel, io: Io): string => {
  const paint = painter(io.stderr, io);
  const { score, severity } = model.overall;
  const residual = model.residual.overall.score === score ? "" : `, residual ${model.residual.overall.score}`;
  const counts = (["critical", "high", "medium", "low"] as const).map((band) => `${model.threats.filter((finding) => finding.severity === band).length} ${band}`).join(", ");
  return `${paint("bold", plain(model.system.name))}: overall ${paint(severity, `${score} of 10, ${severity}`)}${residual}; ${model.threats.length} findings: ${counts}\n`;
};

/** The earlier model that `--baseline` names. */
const baselineOf = async (flags: Flags, io: Io): Promise<ThreatModel | undefined> => {
  if (typeof flags["baseline"] !== "string") return undefined;
  const { readModel } = await import("./lazy/readModel.js");
  return readModel(flags["baseline"], io);
};

/** The text of a template that did not come with the product; ours are rendered where they are used. */
const renderedApart = async (template: ChosenTemplate, model: ThreatModel, knowledge: Knowledge): Promise<{ rendered?: string }> => {
  if (template.source === undefined) return {};
  const { renderApart } = await import("./lazy/renderApart.js");
  return { rendered: await renderApart(template, model, knowledge) };
};

/** The content of one file; a model that its format cannot hold is told as a problem of the input. */
const contentOf = async (format: Format, job: Job): Promise<string | Uint8Array> => {
  try {
    return await format.make(job, renderers);
  } catch (error) {
    if ((error as Error).name !== "CannotExport") throw error;
    throw userError("cannot-export", `${format.id}: ${plain((error as CannotExport).message)}`, { hint: (error as CannotExport).hint });
  }
};

/** `strideml generate`: system in, document out. */
const generate: CommandRun = async (positionals, flags, io) => {
  const file = onePositional(positionals, "at most one FILE");
  const { knowledge, exporters } = await readSetup(flags, io);
  const template = await chosenTemplate(String(flags["template"] ?? DEFAULT_TEMPLATE), knowledge, io);
  const formats = await chosenFormats(flags, exporters, await baselineOf(flags, io));
  const model = makeModel(await readSystem(file, flags, knowledge, io), knowledge, flags, io);
  const rendered = await renderedApart(template, model, knowledge);
  const made = await Promise.all(formats.map(async (format) => ({ format, content: await contentOf(format, { model, knowledge, template, ...rendered }) })));
  const output = String(flags["output"] ?? "-");
  if (output === "") throw userError("usage", "--output names nothing", { expected: "a file, a directory, or - for standard output" });
  const say = (words: string) => {
    if (flags["quiet"] !== true) io.stderr.write(words);
  };
  for (const notice of noticesOf(model, knowledge)) say(`warning: ${plain(notice)}\n`);
  if (output === "-") {
    printDocument(made, io);
  } else {
    const directory = await namesDirectory(output, io);
    if (made.length > 1 && !directory) throw userError("usage", `${output} is one file, but several formats were asked for`, { hint: `name a directory: --output ${output}/` });
    const files = made.map(({ format, content }) => ({ path: directory ? join(output, fileName(format, template.id, model)) : output, content }));
    await writeFiles(files, io);
    for (const { path } of files) say(`wrote ${plain(path)}\n`);
  }
  say(summaryOf(model, io));
  return EXIT.done;
};

export default generate;
