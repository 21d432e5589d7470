import { readFileSync } from "node:fs";
import type { Imported, Importer } from "@strideml/plugin-kit";

/** Text of a sample file. */
export const sample = (name: string): string => readFileSync(new URL(`./samples/${name}`, import.meta.url), "utf8");

/** What an importer makes of a text; throws where it refuses. */
export const importedBy = (importer: Importer, text: string, file = "file"): Imported => {
  const result = importer.import(text, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** The first problem that an importer tells; throws where it reads the file. */
export const refusedBy = (importer: Importer, text: string, file = "file") => {
  const result = importer.import(text, file);
  if (result.ok) throw new Error("it was read");
  return result.problems[0]!;
};

export const answerTo = (imported: Imported, question: string) => imported.answers.find((answer) => answer.question === question);
export const componentOf = (imported: Imported, id: string) => imported.architecture?.components.find((component) => component.id === id);
export const lossOf = (imported: Imported, words: string) => imported.losses.find((loss) => loss.what.includes(words));
