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

const modelIn = ({ name, text }: Awaited<ReturnType<typeof readInput>>): ThreatModel => {
  const model = readSavedModel(parsed(text, name), name);
  if (!model.ok) throw new UserError(model.problems);
  return model.value;
};

/** A saved threat model from a file. */
export const readModel = async (file: string, io: Io): Promise<ThreatModel> => modelIn(await readInput(file, io, LARGEST_FOREIGN));

/** A saved threat model, of whatever version, from a file; nothing where the file is another one, such as a system file. */
export const readModelIfOne = async (file: string, io: Io): Promise<ThreatModel | undefined> => {
  const input = await readInput(file, io, LARGEST_FOREIGN);
  return /^\s*\{/.test(input.text) && /"format"\s*:\s*"strideml\/threat-model@/.test(input.text) ? modelIn(input) : undefined;
};
