import { promises as fs } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Io } from "./Io.js";
import { userError } from "./UserError.js";

/** A file that is ready to be written. */
export interface OutputFile {
  path: string;
  content: string | Uint8Array;
}

const MISTAKES: Record<string, string> = {
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "is on a file system that is read-only",
  EISDIR: "is a directory",
  ENOTDIR: "a part of the path is not a directory",
  ENOSPC: "there is no space left",
  ENAMETOOLONG: "the name is too long",
  EEXIST: "a part of the path is a file",
  ENXIO: "cannot be written",
  ENOENT: "cannot be made there",
};

const unwritable = (error: unknown, file: string): Error => {
  const { code = "" } = error as NodeJS.ErrnoException;
  return code in MISTAKES ? userError("output", MISTAKES[code]!, { file, hint: "choose another place with --output" }) : (error as Error);
};

const isDirectory = async (path: string): Promise<boolean> => {
  try {
    return (await fs.stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** Whether an output argument names a directory: it ends in a slash or is one already. */
export const namesDirectory = async (output: string, io: Io): Promise<boolean> => /[\\/]$/.test(output) || isDirectory(resolve(io.cwd(), output));

/**
 * For commands that write a file for people to edit.
 * @throws UserError where there is one already
 */
export const refuseExisting = async (path: string, io: Io): Promise<void> => {
  const there = await fs.stat(resolve(io.cwd(), path)).then(
    () => true,
    () => false,
  );
  if (there) throw userError("exists", "exists already; nothing was written", { file: path, hint: "choose another name, or --force" });
};

/**
 * Makes a directory and what is missing above it. Node's own recursive mkdir never returns on file systems that answer
 * "no such file" to every mkdir, as /proc does (Node 20).
 */
const makeDirectory = async (path: string): Promise<void> => {
  try {
    await fs.mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await isDirectory(path))) return;
    if (code !== "ENOENT" || dirname(path) === path || (await isDirectory(dirname(path)))) throw error;
    await makeDirectory(dirname(path));
    await fs.mkdir(path);
  }
};

const stage = async ({ path, content }: OutputFile, shown: string): Promise<{ temporary: string; path: string; shown: string }> => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    if (await isDirectory(path)) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
    await makeDirectory(dirname(path));
    await fs.writeFile(temporary, content);
    return { temporary, path, shown };
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(error, shown);
  }
};

/** Writes files whole or not at all: all are written beside their places first, then moved there. */
export const writeFiles = async (files: readonly OutputFile[], io: Io): Promise<void> => {
  const staged: Awaited<ReturnType<typeof stage>>[] = [];
  try {
    for (const file of files) staged.push(await stage({ ...file, path: resolve(io.cwd(), file.path) }, file.path));
    for (const { temporary, path, shown } of staged) await fs.rename(temporary, path).catch((error: unknown) => Promise.reject(unwritable(error, shown)));
  } finally {
    await Promise.all(staged.map(({ temporary }) => fs.rm(temporary, { force: true })));
  }
};
