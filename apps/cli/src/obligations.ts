import { assess, ranksOf } from "@strideml/core";
import {
  type Answer,
  type Assessment,
  type Calendar,
  type CalendarEntry,
  calendarOf,
  type Framework,
  isDay,
  type Knowledge,
  type Outcome,
  type Questionnaire,
  rolesApart,
  type System,
} from "@strideml/plugin-kit";
import type { CommandRun, Flags } from "./commands.js";
import { formFlags } from "./formFlags.js";
import { EXIT, type Io } from "./Io.js";
import { surroundings } from "./makeModel.js";
import { painter } from "./paint.js";
import { plain } from "./plain.js";
import { oneOf, onePositional, readSystem } from "./readSystem.js";
import { readSetup } from "./readSetup.js";
import { userError } from "./UserError.js";

/** Here the day of today is what people ask about, so it is the last resort; documents never take it. */
const dayOf = (flags: Flags, io: Io): string => {
  const given = flags["on"];
  if (given === undefined) return surroundings(flags, io).date ?? new Date().toISOString().slice(0, 10);
  if (typeof given !== "string" || !isDay(given)) throw userError("usage", `--on ${String(given)} is not a day`, { expected: "YYYY-MM-DD" });
  return given;
};

const chosen = (flags: Flags, { questionnaires, frameworks }: Knowledge): { questionnaire: Questionnaire; framework: Framework } => {
  const withRules = questionnaires.filter((each) => each.rules.length > 0 && each.framework !== undefined);
  const ids = withRules.map(({ id }) => id);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (flags["questionnaire"] === undefined && only === undefined)
    throw userError("usage", `${ids.length} questionnaires have rules`, { expected: `--questionnaire with one of ${ids.join(", ")}` });
  const id = oneOf(String(flags["questionnaire"] ?? only), ids, "questionnaire with rules");
  const questionnaire = withRules.find((each) => each.id === id)!;
  return { questionnaire, framework: frameworks.find((each) => each.id === questionnaire.framework)! };
};

/** Answers of file and flags; a role of the questionnaire that is asked about counts as the answer to its role question. */
const answersFor = (questionnaire: Questionnaire, system: System, flags: Flags, knowledge: Knowledge): Record<string, Answer> => {
  const answers = formFlags(questionnaire, system.questionnaires[questionnaire.id] ?? {}, flags, knowledge);
  const role = flags["role"];
  const roles = questionnaire.questions.find(({ id }) => id === questionnaire.roleQuestion);
  return { ...answers, ...(roles && typeof role === "string" && roles.choices.some(({ id }) => id === role) && { [roles.id]: [role] }) };
};

const checkRole = (flags: Flags, framework: Framework): string | undefined => {
  if (typeof flags["role"] !== "string") return undefined;
  return oneOf(flags["role"], [...new Set(framework.requirements.flatMap(({ applies }) => applies.flatMap(({ roles }) => roles)))].sort(), "role");
};

const entryLine = ({ article, title, obligations, from, route, roles }: CalendarEntry): string => {
  const points = obligations.length > 1 ? `, ${obligations.length} points` : obligations[0]!.requirement === article ? "" : `, ${obligations[0]!.requirement}`;
  return `  ${from}  ${article} ${title}${points} (${[route, roles.join(", ")].filter(Boolean).join("; ")})\n`;
};

const entryLines = (entries: readonly CalendarEntry[]): string[] => entries.flatMap(rolesApart).map(entryLine);

const outcomeLines = ({ title, status, source, from, reason, needs }: Outcome): string => {
  const dates = from.map((each) => `from ${each.from}${each.route && ` via ${each.route}`}`).join(", ");
  return `  ${status === "open" ? "Open: " : ""}${title} (${source})${dates ? `, ${dates}` : ""}\n    ${status === "open" ? `Depends on: ${needs.join(", ")}.` : reason}\n`;
};

/** What the law or its readers say about a day, each once, with the articles or else the points that it is about. */
const noteLines = ({ now, next, open }: Calendar): string[] => {
  const articles = new Map<string, CalendarEntry["obligations"]>();
  for (const { article, obligations } of [...now, ...next, ...open]) articles.set(article, [...(articles.get(article) ?? []), ...obligations]);
  const about = new Map<string, Set<string>>();
  for (const [article, obligations] of articles) {
    const points = new Set(obligations.map(({ requirement }) => requirement));
    for (const note of new Set(obligations.map((each) => each.note))) {
      const noted = new Set(obligations.filter((each) => each.note === note).map(({ requirement }) => requirement));
      about.set(note, new Set([...(about.get(note) ?? []), ...(noted.size === points.size ? [article] : noted)]));
    }
  }
  return [...about].flatMap(([note, places]) => (note ? [`  ${[...places].join(", ")}: ${note}\n`] : []));
};

const section = (title: string, lines: readonly string[], io: Io): string => (lines.length === 0 ? "" : `${painter(io.stdout, io)("bold", title)}\n${lines.join("")}\n`);

const text = (name: string, assessment: Assessment, calendar: Calendar, io: Io): string =>
  [
    `${painter(io.stdout, io)("bold", plain(name))}: ${assessment.title} (facts of ${assessment.asOf}; no legal advice)\n\n`,
    section(
      "Contradictions in the answers",
      assessment.contradictions.map(({ message, questions }) => `  ${message} See: ${questions.join(", ")}.\n`),
      io,
    ),
    section("What the answers say", assessment.outcomes.filter(({ status }) => status === "holds").map(outcomeLines), io),
    section("What cannot be said yet", assessment.outcomes.filter(({ status }) => status === "open").map(outcomeLines), io),
    section(`What binds on ${calendar.on}`, calendar.now.length > 0 ? entryLines(calendar.now) : ["  nothing\n"], io),
    section("What comes next", entryLines(calendar.next), io),
    section(`What else may bind, depending on: ${calendar.needs.join(", ")}`, entryLines(calendar.open), io),
    section("About these days", noteLines(calendar), io),
  ].join("");

const HALF_A_YEAR = 183 * 24 * 60 * 60 * 1000;

/** Law moves, so old facts are called old; a day that somebody asks about by --on may well lie ahead. */
const ageNote = ({ asOf, framework }: Assessment, on: string): string =>
  Date.parse(on) - Date.parse(asOf) > HALF_A_YEAR ? `the facts on ${framework} were checked on ${asOf}, more than half a year before ${on}: look for a newer release\n` : "";

/** `strideml obligations`: a law's view of the system on a day. */
const obligations: CommandRun = async (positionals, flags, io) => {
  const file = onePositional(positionals, "at most one FILE");
  const { knowledge } = await readSetup(flags, io);
  const { questionnaire, framework } = chosen(flags, knowledge);
  const role = checkRole(flags, framework);
  const on = dayOf(flags, io);
  const system = await readSystem(file, flags, knowledge, io);
  const answers = answersFor(questionnaire, system, flags, knowledge);
  const assessment = assess(questionnaire, answers, { answers: system.answers, ranks: ranksOf(knowledge.questions) }, framework);
  const calendar = calendarOf(assessment, framework, on, role);
  if (flags["on"] === undefined && flags["quiet"] !== true) io.stderr.write(ageNote(assessment, on));
  io.stdout.write(
    flags["json"] === true ? `${JSON.stringify({ ...assessment, obligations: undefined, calendar }, null, 2)}\n` : text(system.system.name, assessment, calendar, io),
  );
  return EXIT.done;
};

export default obligations;
