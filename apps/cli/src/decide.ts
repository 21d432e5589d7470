import type { CommandRun } from "./commands.js";
import { EXIT } from "./Io.js";
import { makeModel } from "./makeModel.js";
import { readInput } from "./readInput.js";
import { readSystem } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { UserError, userError } from "./UserError.js";
import { writeFiles } from "./writeOutput.js";

/** `strideml decide`: the ticks of a filled-in checklist become decisions in the system file. */
const decide: CommandRun = async (positionals, flags, io) => {
  const [checklist, file] = positionals;
  if (checklist === undefined || file === undefined || file === "-" || positionals.length > 2)
    throw userError("usage", "say which checklist and which file", { expected: "strideml decide CHECKLIST.md FILE" });
  const { knowledge } = await readSetup(flags, io);
  const { editYaml, readChecklist } = await import("./lazy/formats.js");
  const { name, text } = await readInput(checklist, io);
  const ticks = readChecklist(text, name, new Set(knowledge.mitigations.map(({ id }) => id)));
  if (!ticks.ok) throw new UserError(ticks.problems);
  if (ticks.value.length === 0)
    throw userError("checklist", "has no box ticked; nothing was written", { file: name, hint: "strideml generate FILE --template checklist makes one to be filled in" });
  const before = makeModel(await readSystem(file, {}, knowledge, io), knowledge, flags, io);
  const edits = ticks.value.map(({ mitigation, status }) => ({ path: ["decisions", "mitigations"], id: mitigation, value: { status } }));
  await writeFiles([{ path: file, content: editYaml((await readInput(file, io)).text, edits) }], io);
  const after = makeModel(await readSystem(file, {}, knowledge, io), knowledge, flags, io);
  if (flags["quiet"] !== true) io.stderr.write(`wrote ${file}: ${ticks.value.length} decisions; residual ${before.residual.overall.score} → ${after.residual.overall.score}\n`);
  return EXIT.done;
};

export default decide;
