import { type Imported, type Importer, type Result, success } from "@strideml/plugin-kit";
import { readableText } from "./readableText.js";
import { refuse } from "./refuse.js";

/**
 * Reads a file of another tool with the first importer that recognises it.
 * @param importers in the order in which they are asked
 * @returns what the file brings and the id of the importer; or what is wrong with it, or what was tried
 */
export const importFile = (text: string, fileName: string, importers: readonly Importer[]): Result<Imported & { importer: string }> => {
  const plain = readableText(text, fileName);
  if (!plain.ok) return plain;
  const importer = importers.find((candidate) => candidate.recognises(plain.value, fileName));
  if (!importer)
    return refuse(fileName, "unknown-format", "is in no format that can be imported", {
      expected: `one of ${importers.map((candidate) => candidate.title).join(", ")}`,
      hint: "check that the whole file was saved in its tool's own format",
    });
  const imported = importer.import(plain.value, fileName);
  return imported.ok ? success({ ...imported.value, importer: importer.id }) : imported;
};
