import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { generateThreatModel, type Surroundings } from "@strideml/core";
import { isDay, type Knowledge, type System, type ThreatModel } from "@strideml/plugin-kit";
import type { Flags } from "./commands.js";
import type { Io } from "./Io.js";
import { userError } from "./UserError.js";
import { ENGINE } from "./version.js";

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
