import type { Readable, Writable } from "node:stream";

/** What a command may touch: data goes to stdout, words to stderr. */
export interface Io {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  env: Record<string, string | undefined>;
  cwd: () => string;
}

/** Exit codes: 0 done, 1 a gate failed, 2 bad input or usage, 3 a bug. */
export const EXIT = { done: 0, gateFailed: 1, badInput: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
