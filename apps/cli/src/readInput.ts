// As a property of node:fs, which loads it when it is used: it costs 2 ms.
import { promises as fs } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./Io.js";
import { type UserError, userError } from "./UserError.js";

/** Largest system file, in bytes. Real ones have a few kilobytes; larger input is a mistake or an attack. */
export const LARGEST = 1024 * 1024;

const tooLarge = (file: string, most: number) =>
  userError("too-large", `is larger than ${most / 1024 / 1024} MB`, { file, ...(most === LARGEST && { expected: "a system file of some kilobytes" }) });

const MISTAKES: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "is a directory, not a file",
  EACCES: "may not be read",
  ENOTDIR: "a part of the path is not a directory",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "a link leads to itself",
};

/** A system error in words, or the error itself where it is none; `advice` is for a file that is not there. */
export const fileMistake = (error: unknown, file: string, advice = "strideml init writes a system file"): UserError | Error => {
  const { code = "" } = error as NodeJS.ErrnoException;
  return code in MISTAKES ? userError("file", MISTAKES[code]!, { file, hint: code === "ENOENT" ? advice : undefined }) : (error as Error);
};

const readBytes = async (file: string, io: Io, most: number): Promise<Uint8Array> => {
  if (file === "-") {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of io.stdin) {
      const bytes = Buffer.from(chunk as Buffer);
      size += bytes.length;
      if (size > most) throw tooLarge("standard input", most);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  }
  const path = resolve(io.cwd(), file);
  try {
    if ((await fs.stat(path)).size > most) throw tooLarge(file, most);
    return await fs.readFile(path);
  } catch (error) {
    throw fileMistake(error, file);
  }
};

/**
 * Reads a file, or standard input for `-`, as UTF-8 text.
 * @param most bytes
 */
export const readInput = async (file: string, io: Io, most = LARGEST): Promise<{ name: string; text: string }> => {
  const name = file === "-" ? "standard input" : file;
  const bytes = await readBytes(file, io, most);
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw userError("encoding", "is not valid UTF-8", { file: name, expected: "text in UTF-8", hint: "save it again as UTF-8" });
  }
};
