/** One thing that is wrong with an input, told so that its author can put it right. */
export interface Problem {
  /** Stable, kebab-case identifier of the kind of problem, for scripts and documentation. */
  code: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Keys and indexes from the root of the input to the value, outermost first. */
  path: (string | number)[];
  /** What would have been accepted. */
  expected?: string;
  /** How to put it right: a suggestion or the command to run. */
  hint?: string;
  /** Name of the plugin or file that the value came from, where there are several. */
  source?: string;
  /** The other entry that it is about, where two do not go together. */
  other?: { source: string; path: (string | number)[] };
}

/** A problem with the place in the file that it is about; lines and columns count from 1. */
export interface PlacedProblem extends Problem {
  file?: string;
  line?: number;
  column?: number;
}

/** Either a value or every problem that stood in its way; never both, never half a value. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: PlacedProblem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (problems: PlacedProblem[]): { ok: false; problems: PlacedProblem[] } => ({ ok: false, problems });
