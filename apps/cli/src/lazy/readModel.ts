import { readSavedModel } from "@strideml/core";
import { jsonSlip } from "@strideml/formats";
import type { ThreatModel } from "@strideml/plugin-kit";
import type { Io } from "../Io.js";
import { LARGEST_FOREIGN, readInput } from "../readInput.js";
import { UserError, userError } from "../UserError.js";

const parsed = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text and differs between versions.
    throw userError("json", "is not valid JSON", { file: name, ...jsonSlip(text), expected: "a threat model as strideml generate --format json writes it" });
  }
};

/** Whether a file is a saved threat model, of whatever version, and not a system file. */
export const isModelFile = async (file: string, io: Io): Promise<boolean> => {
  const { text } = await readInput(file, io, LARGEST_FOREIGN);
  return /^\s*\{/.test(text) && /"format"\s*:\s*"strideml\/threat-model@/.test(text);
};

/** A saved threat model from a file. */
export const readModel = async (file: string, io: Io): Promise<ThreatModel> => {
  const { name, text } = await readInput(file, io, LARGEST_FOREIGN);
  const model = readSavedModel(parsed(text, name), name);
  if (!model.ok) throw new UserError(model.problems);
  return model.value;
};
