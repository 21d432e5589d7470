import type { GivenArchitecture } from "./given-architecture.js";
import type { Result } from "./problem.js";
import type { Answer, SystemFile } from "./system.js";

/** An answer that was read out of a file of another tool. */
export interface ImportedAnswer {
  /** The question by the name it has in a system file: `profile.modelType`, `context.capabilities.tools`. */
  question: string;
  value: Answer;
  /** Where in the file it was read, in words for the person who checks it. */
  from: string;
  /** `certain`: the file says it. `likely`: it follows from what the file says. `guess`: words in the file hint at it. */
  certainty: "certain" | "likely" | "guess";
}

/** Something in the file that did not come along, or not as it was. */
export interface ImportLoss {
  what: string;
  why: string;
}

/** What a file of another tool brings to a system file. */
export interface Imported {
  name?: string;
  description?: string;
  owner?: string;
  version?: string;
  /** At most one answer to each question. */
  answers: ImportedAnswer[];
  architecture?: GivenArchitecture;
  decisions?: SystemFile["decisions"];
  /** Answers to questionnaires, where the file was written by us and brings them back. */
  questionnaires?: SystemFile["questionnaires"];
  /** Everything that was left out or changed, so that nothing is dropped silently. */
  losses: ImportLoss[];
}

/** A way for a file of another tool to become the start of a system file. */
export interface Importer {
  /** Name on the command line, such as `threat-dragon`. */
  id: string;
  title: string;
  /** Without the leading dot, such as `tm7` or `tc.json`. */
  extensions: string[];
  /** Whether the text looks like this format. Cheap, and never throws. */
  recognises: (text: string, fileName: string) => boolean;
  /** Reads it, or says everything that is wrong. Never throws. */
  import: (text: string, fileName: string) => Result<Imported>;
}

/** Names an importer and has its shape checked by the compiler. */
export const defineImporter = (importer: Importer): Importer => importer;
