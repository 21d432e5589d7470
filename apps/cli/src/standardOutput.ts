import { fstatSync, writeSync } from "node:fs";
import type { Output } from "./Io.js";
import { userError } from "./UserError.js";

/** Waits a moment for a reader that is slower than the writer. */
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);

const isFull = (error: unknown) => (error as NodeJS.ErrnoException).code === "EAGAIN";

const writeAll = (fd: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if (!isFull(error)) throw error;
      pause();
    }
  }
};

/** Only a device can be a terminal; asking Node's own stream loads its network code, which costs 7 ms. */
const isTerminal = (fd: 1 | 2): boolean => {
  try {
    return fstatSync(fd).isCharacterDevice() && (fd === 1 ? process.stdout : process.stderr).isTTY;
  } catch {
    return false;
  }
};

const mistake = (error: unknown): Error => {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPIPE" ? (error as Error) : userError("output", code === "ENOSPC" ? "there is no space left" : `cannot be written (${code})`, { file: "standard output" });
};

/**
 * Standard output (1) or standard error (2), written at once. Standard output throws EPIPE where nobody reads any more, and
 * a UserError where it cannot be written; words that cannot be written end nothing.
 */
export const standardOutput = (fd: 1 | 2): Output => ({
  get isTTY() {
    return isTerminal(fd);
  },
  write: (content) => {
    try {
      writeAll(fd, typeof content === "string" ? Buffer.from(content) : content);
    } catch (error) {
      if (fd === 1) throw mistake(error);
    }
  },
});
