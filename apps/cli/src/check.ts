import { type Finding, type FindingStatus, SEVERITIES, STATUS_WORDS } from "@strideml/plugin-kit";
import type { CommandRun } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { makeModel } from "./makeModel.js";
import { painter } from "./paint.js";
import { plain } from "./plain.js";
import { onePositional, oneOf, readSystem } from "./readSystem.js";
import { readSetup } from "./readSetup.js";

/** What somebody answers for with name and reason: it stays in every report, and does not stop a release. */
const ANSWERED = new Set<FindingStatus>(["accepted", "transferred", "avoided", "false-positive"]);

const lineOf = ({ id, title, status, residual: { score, severity } }: Finding, io: Io): string =>
  `${painter(io.stdout, io)(severity, `${String(score).padStart(2)} ${severity.padEnd(8)}`)}  ${id}  ${plain(title)} (${STATUS_WORDS[status].toLowerCase()})\n`;

/** `strideml check`: fails where a risk that nobody answered for is left at a band or above it. */
const check: CommandRun = async (positionals, flags, io) => {
  const file = onePositional(positionals, "at most one FILE");
  const band = oneOf(String(flags["fail-on"] ?? "high"), SEVERITIES, "band");
  const { knowledge } = await readSetup(flags, io);
  const model = makeModel(await readSystem(file, flags, knowledge, io), knowledge, flags, io);
  const left = model.threats.filter(({ status, residual }) => !ANSWERED.has(status) && SEVERITIES.indexOf(residual.severity) >= SEVERITIES.indexOf(band));
  io.stdout.write(flags["json"] === true ? `${JSON.stringify(left, null, 2)}\n` : left.map((finding) => lineOf(finding, io)).join(""));
  const above = band === "critical" ? "critical" : `${band} or above`;
  if (flags["quiet"] !== true)
    io.stderr.write(
      `${plain(model.system.name)}: ${left.length === 0 ? "nothing" : left.length === 1 ? "1 finding" : `${left.length} findings`} left at ${above} that nobody has answered for\n`,
    );
  return left.length === 0 ? EXIT.done : EXIT.gateFailed;
};

export default check;
