// As a property of node:fs, which loads it when it is used: it costs 2 ms.
import { createReadStream, promises as fs } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./Io.js";
import { type UserError, userError } from "./UserError.js";

/** Largest system file, in bytes. Real ones have a few kilobytes; larger input is a mistake or an attack. */
export const LARGEST = 1024 * 1024;

/** Largest file of another tool, and largest saved model, in bytes; models with pictures in them have a few megabytes. */
export const LARGEST_FOREIGN = 50 * 1024 * 1024;

const STDIN = "standard input";

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
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  const mistake = MISTAKES[code] ?? (syscall === undefined ? undefined : `cannot be read (${code})`);
  return mistake === undefined ? (error as Error) : userError("file", mistake, { file, hint: code === "ENOENT" ? advice : undefined });
};

const atMost = async (stream: AsyncIterable<Buffer | string>, name: string, most: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > most) throw tooLarge(name, most);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const readBytes = async (file: string, io: Io, most: number): Promise<Uint8Array> => {
  const path = resolve(io.cwd(), file);
  try {
    if (file === "-") return await atMost(io.stdin, STDIN, most);
    const stats = await fs.stat(path);
    // A pipe or a device does not say how much is in it, and may never end.
    if (!stats.isFile() && !stats.isDirectory()) return await atMost(createReadStream(path), file, most);
    if (stats.size > most) throw tooLarge(file, most);
    return await fs.readFile(path);
  } catch (error) {
    throw fileMistake(error, file === "-" ? STDIN : file);
  }
};

/** The place of the first byte that is not UTF-8, and what the bytes seem to be. */
const wrongEncoding = (bytes: Uint8Array, file: string): UserError => {
  const lossy = Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const good = lossy
    .subarray(
      0,
      lossy.findIndex((byte, index) => byte !== bytes[index]),
    )
    .toString();
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return userError("encoding", utf16 ? "is UTF-16" : "is not valid UTF-8", {
    file,
    line: good.split("\n").length,
    column: good.length - good.lastIndexOf("\n"),
    expected: "text in UTF-8",
    hint: "save it again as UTF-8",
  });
};

/**
 * Reads a file, or standard input for `-`, as UTF-8 text.
 * @param most bytes
 */
export const readInput = async (file: string, io: Io, most = LARGEST): Promise<{ name: string; text: string }> => {
  const name = file === "-" ? STDIN : file;
  const bytes = await readBytes(file, io, most);
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw wrongEncoding(bytes, name);
  }
};
