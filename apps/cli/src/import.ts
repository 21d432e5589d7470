import { basename } from "node:path";
import type { Imported, ImportedAnswer, Importer, Knowledge } from "@strideml/plugin-kit";
import type { CommandRun, Flags } from "./commands.js";
import { EXIT } from "./Io.js";
import { plain } from "./plain.js";
import { LARGEST_FOREIGN, readInput } from "./readInput.js";
import { onePositional, oneOf } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { UserError, userError } from "./UserError.js";
import { refuseExisting, writeFiles } from "./writeOutput.js";

const SURE: Record<ImportedAnswer["certainty"], string> = { certain: "read", likely: "likely", guess: "guess" };

/** What was read, and what was not: everything that a person must know before trusting the result. */
const told = ({ answers, architecture, decisions, losses }: Imported, { questions }: Knowledge): string => {
  const findings = decisions?.findings.length ?? 0;
  const lines = [
    ...answers.map(({ question, value, certainty, from }) => `${SURE[certainty].padEnd(6)}  ${question} = ${Array.isArray(value) ? value.join(", ") : String(value)}  (${from})`),
    ...(architecture ? [`read    ${architecture.components.length} components, ${architecture.flows.length} flows, ${architecture.boundaries.length} trust boundaries`] : []),
    ...(findings > 0 ? [`read    decisions on ${findings} findings`] : []),
    ...losses.map(({ what, why }) => `lost    ${what}: ${why}`),
    ...questions.filter(({ id }) => id.startsWith("profile.") && answers.every(({ question }) => question !== id)).map(({ id, title }) => `open    ${id}: ${title}`),
  ];
  return lines.map((line) => `${plain(line)}\n`).join("");
};

const importerOf = (flags: Flags, importers: readonly Importer[]): readonly Importer[] => {
  if (typeof flags["format"] !== "string") return importers;
  const wanted = oneOf(
    flags["format"],
    importers.map(({ id }) => id),
    "format that can be imported",
  );
  return importers.filter(({ id }) => id === wanted).map((importer) => ({ ...importer, recognises: () => true }));
};

const next = (path: string, imported: Imported, { questions }: Knowledge): string =>
  questions.some(({ id }) => id.startsWith("profile.") && imported.answers.every(({ question }) => question !== id))
    ? `wrote ${path}; next: answer what is open in it, then strideml generate ${path}\n`
    : `wrote ${path}; next: check the answers in it, then strideml generate ${path}\n`;

/** `strideml import`: a file of another tool in, a system file out. */
const importCommand: CommandRun = async (positionals, flags, io) => {
  const file = onePositional(positionals, "one FILE");
  if (file === undefined) throw userError("usage", "no file was named", { expected: "strideml import FILE" });
  const output = String(flags["output"] ?? "strideml.yaml");
  if (output !== "-" && flags["force"] !== true) await refuseExisting(output, io);
  const setup = await readSetup(flags, io);
  const { IMPORTERS, importedYaml, importFile } = await import("./lazy/importers.js");
  const importers = importerOf(flags, [...IMPORTERS, ...setup.importers]);
  const { name, text } = await readInput(file, io, LARGEST_FOREIGN);
  const imported = importFile(text, name, importers);
  if (!imported.ok) throw new UserError(imported.problems);
  const { title } = importers.find(({ id }) => id === imported.value.importer)!;
  const content = importedYaml(imported.value, setup.knowledge.questions, basename(name), title);
  if (flags["quiet"] !== true) io.stderr.write(`${title}\n${told(imported.value, setup.knowledge)}`);
  if (output === "-") io.stdout.write(content);
  else {
    await writeFiles([{ path: output, content }], io);
    if (flags["quiet"] !== true) io.stderr.write(next(output, imported.value, setup.knowledge));
  }
  return EXIT.done;
};

export default importCommand;
