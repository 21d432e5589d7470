import { type Factor, type Finding, type Knowledge, nearest, riskOf, STRIDE_TITLES } from "@strideml/plugin-kit";
import type { CommandRun } from "./commands.js";
import { EXIT, type Io } from "./Io.js";
import { makeModel } from "./makeModel.js";
import { painter } from "./paint.js";
import { readSystem } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { plain } from "./plain.js";
import { userError } from "./UserError.js";

const findFinding = (wanted: string, findings: readonly Finding[], knowledge: Knowledge): Finding => {
  const found = findings.find((finding) => finding.id === wanted || finding.threat === wanted);
  if (found) return found;
  const [wantedThreat = ""] = wanted.split("@");
  const threat = knowledge.threats.find(({ id, aliases }) => id === wantedThreat || aliases.includes(wantedThreat));
  if (threat)
    throw userError("no-finding", `${threat.id} does not apply ${wanted.includes("@") ? `to ${plain(wanted.split("@")[1]!)} in this system` : "to this system"}`, {
      expected: "a finding of this system",
      hint: "strideml generate lists its findings",
    });
  const guess = nearest(
    wantedThreat,
    knowledge.threats.map(({ id }) => id),
  );
  throw userError("no-finding", `this system has no finding ${wanted}`, { hint: guess ? `did you mean ${guess}?` : "strideml generate lists its findings" });
};

const factorLine = ({ name, value, change, reason }: Factor) => `    ${(change && value >= 0 ? `+${value}` : String(value)).padStart(5)}  ${name.padEnd(16)}${plain(reason)}`;

const explanation = (finding: Finding, { scoring }: Knowledge, io: Io): string => {
  const paint = painter(io.stdout, io);
  const of = (side: Factor["of"]) => finding.factors.filter((factor) => factor.of === side).map(factorLine);
  const { exposure, ease, availability } = scoring.likelihood;
  const product = finding.likelihood * finding.impact;
  const lines = [
    paint("bold", plain(finding.title)),
    `${finding.id} · ${STRIDE_TITLES[finding.stride]} · ${paint(finding.severity, `${finding.score} of 10, ${finding.severity}`)}`,
    "",
    `likelihood ${finding.likelihood} of 5 = ${exposure} × exposure + ${ease} × ease + ${availability} × availability, each between 1 and 5`,
    ...of("likelihood"),
    "",
    `impact ${finding.impact} of 5 = the greatest harm, and a share of ${scoring.impact.secondary} of the others in the room that is left`,
    ...of("impact"),
    "",
    `score = 1 + 9 × (${finding.likelihood} × ${finding.impact} − 1) / 24 = ${riskOf(finding.likelihood, finding.impact).toFixed(2)} from ${product.toFixed(2)} of 25, rounded to ${finding.score}`,
    "",
    `residual ${finding.residual.score} of 10, ${finding.residual.severity} (likelihood ${finding.residual.likelihood}, impact ${finding.residual.impact}); status ${finding.status}`,
    ...(finding.residual.because.length > 0 ? finding.residual.because.map((reason) => `    ${plain(reason)}`) : ["    no mitigation is in place yet"]),
    "",
    `dismiss it when: ${plain(finding.falsePositives)}`,
  ];
  return `${lines.join("\n")}\n`;
};

/** `strideml explain`: where each point of a score came from. */
const explain: CommandRun = async (positionals, flags, io) => {
  const [wanted, file] = positionals;
  if (wanted === undefined || positionals.length > 2) throw userError("usage", "name the finding to explain", { expected: "strideml explain FINDING [FILE|-]" });
  const { knowledge } = await readSetup(flags, io);
  const model = makeModel(await readSystem(file, flags, knowledge, io), knowledge, flags, io);
  const finding = findFinding(wanted, model.threats, knowledge);
  io.stdout.write(flags["json"] === true ? `${JSON.stringify(finding, null, 2)}\n` : explanation(finding, knowledge, io));
  return EXIT.done;
};

export default explain;
