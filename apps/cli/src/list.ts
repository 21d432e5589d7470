import { STRIDE_TITLES } from "@strideml/plugin-kit";
import type { CommandRun } from "./commands.js";
import { allFormats } from "./formats.js";
import { EXIT } from "./Io.js";
import { oneOf } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import type { Setup } from "./Setup.js";
import { allTemplates } from "./templates.js";
import { userError } from "./UserError.js";

interface Listed {
  /** What `--json` gives for each entry. */
  entries: (setup: Setup) => readonly object[] | Promise<readonly object[]>;
  /** The line of each entry on a terminal: id, then words. */
  row: (entry: never) => [string, string];
}

const listed = <T extends object>(entries: (setup: Setup) => readonly T[] | Promise<readonly T[]>, row: (entry: T) => [string, string]): Listed => ({ entries, row });

/** Everything that can be listed. */
const LISTS = {
  threats: listed(
    ({ knowledge: k }) => k.threats,
    (t) => [t.id, `${STRIDE_TITLES[t.stride]}: ${t.title}`],
  ),
  mitigations: listed(
    ({ knowledge: k }) => k.mitigations,
    (m) => [m.id, `${m.title} (${m.effort}, ${m.owner}, ${m.kind})`],
  ),
  frameworks: listed(
    ({ knowledge: k }) =>
      k.frameworks.map(({ id, title, edition, publisher, licence, url, asOf, requirements }) => ({ id, title, edition, publisher, licence, url, asOf, requirements })),
    (f) => [f.id, `${f.title}, edition ${f.edition}, ${f.requirements.filter((r) => !r.group).length} requirements`],
  ),
  questionnaires: listed(
    ({ knowledge: k }) => k.questionnaires,
    (q) => [q.id, `${q.title} (${q.questions.length} questions, ${q.rules.length} rules)`],
  ),
  templates: listed(
    ({ knowledge: k }) => allTemplates(k),
    (t) => [t.id, `${t.title}. ${t.description}`],
  ),
  formats: listed(
    async ({ exporters }) => (await allFormats(exporters)).map(({ id, title, extension, mediaType, usesTemplate }) => ({ id, title, extension, mediaType, usesTemplate })),
    (f) => [f.id, f.title],
  ),
  questions: listed(
    ({ knowledge: k }) => k.questions,
    (q) => [q.id, `${q.title}${q.choices.length > 0 ? ` (${q.choices.map((choice) => choice.id).join(", ")})` : " (true, false)"}`],
  ),
};

/** `strideml list`: what is known, for people or as JSON. */
const list: CommandRun = async (positionals, flags, io) => {
  const known = Object.keys(LISTS) as (keyof typeof LISTS)[];
  if (positionals.length !== 1) throw userError("usage", "say what to list", { expected: `strideml list ${known.join("|")}` });
  const { entries, row } = LISTS[oneOf(positionals[0]!, known, "list of")];
  const all = await entries(await readSetup(flags, io));
  if (flags["json"] === true) {
    io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return EXIT.done;
  }
  const rows = all.map((entry) => row(entry as never));
  const width = Math.max(...rows.map(([id]) => id.length)) + 2;
  io.stdout.write(rows.map(([id, words]) => `${id.padEnd(width)}${words}\n`).join(""));
  return EXIT.done;
};

export default list;
