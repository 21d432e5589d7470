import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { generateThreatModel, type Surroundings } from "@strideml/core";
import type { Knowledge, System, ThreatModel } from "@strideml/plugin-kit";
import type { Flags } from "./commands.js";
import type { Io } from "./Io.js";
import { userError } from "./UserError.js";
import { ENGINE } from "./version.js";

/** An impossible day, such as 30 February, either does not parse or becomes another day. */
const sameDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && sameDay(text);

/** `--date`, or the day of SOURCE_DATE_EPOCH, or none: documents depend on the clock only when they are told to. */
const dayOf = (flags: Flags, io: Io): string | undefined => {
  const given = flags["date"];
  if (typeof given === "string") {
    if (!isDay(given)) throw userError("usage", `--date ${given} is not a day`, { expected: "YYYY-MM-DD" });
    return given;
  }
  const epoch = Number(io.env["SOURCE_DATE_EPOCH"] ?? Number.NaN);
  return Number.isInteger(epoch) && epoch >= 0 && epoch < 253402300800 ? new Date(epoch * 1000).toISOString().slice(0, 10) : undefined;
};

/** What the engine is told about the world outside it. */
export const surroundings = (flags: Flags, io: Io): Surroundings => ({ engine: ENGINE, date: dayOf(flags, io), digest: (text) => bytesToHex(sha256(utf8ToBytes(text))) });

/** The threat model of a system, with the day of the command line. */
export const makeModel = (system: System, knowledge: Knowledge, flags: Flags, io: Io): ThreatModel => generateThreatModel(system, knowledge, surroundings(flags, io));
