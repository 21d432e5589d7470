import { constants, promises as fs, type Stats } from "node:fs";
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
  ELOOP: "a link leads to itself",
};

const unwritable = (error: unknown, file: string): Error => {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  const mistake = MISTAKES[code] ?? (syscall === undefined ? undefined : `cannot be written (${code})`);
  return mistake === undefined ? (error as Error) : userError("output", mistake, { file, hint: "choose another place with --output" });
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

/** Where a link leads, link by link, so that it stays one; also where nothing is there yet. */
const targetOf = async (path: string, links = 0): Promise<string> => {
  const to = await fs.readlink(path).catch(() => undefined);
  if (to === undefined) return path;
  if (links > 40) throw Object.assign(new Error("ELOOP"), { code: "ELOOP" });
  return targetOf(resolve(dirname(path), to), links + 1);
};

const statsOf = async (path: string): Promise<Stats | undefined> => fs.stat(path).catch(() => undefined);

/** What a file will be: its whole content beside its place, or what goes into a device or pipe, which is never replaced. */
interface Staged {
  shown: string;
  path: string;
  temporary?: string;
  content: OutputFile["content"];
}

const writeBeside = async (path: string, content: OutputFile["content"], mode: number | undefined): Promise<string> => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await makeDirectory(dirname(path));
    // A file that is there already, or a link, is somebody else's.
    await fs.writeFile(temporary, content, { flag: "wx", ...(mode !== undefined && { mode: mode & 0o777 }) });
    if (mode !== undefined) await fs.chmod(temporary, mode & 0o777);
    return temporary;
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
};

const stage = async ({ path: given, content }: OutputFile, shown: string): Promise<Staged> => {
  try {
    // What a name such as /dev/stdout leads to may be a pipe, which has no path of its own.
    const there = await statsOf(given);
    if (there?.isDirectory()) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
    if (there?.isFile() === false) return { shown, path: given, content };
    const path = await targetOf(given);
    return { shown, path, content, temporary: await writeBeside(path, content, there?.mode) };
  } catch (error) {
    throw unwritable(error, shown);
  }
};

const put = async ({ temporary, path, shown, content }: Staged): Promise<void> => {
  try {
    if (temporary === undefined) await fs.writeFile(path, content, { flag: constants.O_WRONLY });
    else await fs.rename(temporary, path);
  } catch (error) {
    throw unwritable(error, shown);
  }
};

/** Writes files whole or not at all: all are written beside their places first, then moved there. */
export const writeFiles = async (files: readonly OutputFile[], io: Io): Promise<void> => {
  const staged: Staged[] = [];
  try {
    for (const file of files) staged.push(await stage({ ...file, path: resolve(io.cwd(), file.path) }, file.path));
    for (const each of staged) await put(each);
  } finally {
    await Promise.all(staged.flatMap(({ temporary }) => (temporary === undefined ? [] : [fs.rm(temporary, { force: true })])));
  }
};
