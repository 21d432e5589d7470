import type { Readable } from "node:stream";

/** A place to write to; writing returns when everything is taken. */
export interface Output {
  readonly isTTY: boolean;
  write: (content: string | Uint8Array) => void;
}

/** What a command may touch: data goes to stdout, words to stderr. */
export interface Io {
  /** Opened on use. */
  readonly stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  env: Record<string, string | undefined>;
  cwd: () => string;
}

/** Exit codes: 0 done, 1 a gate failed, 2 bad input or usage, 3 a bug. */
export const EXIT = { done: 0, gateFailed: 1, badInput: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
