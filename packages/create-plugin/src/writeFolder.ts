import { promises as fs } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type PlacedProblem, type Result, failure, success } from "@strideml/plugin-kit";
import type { ScaffoldFile } from "./ScaffoldFile.js";

const MISTAKES: Readonly<Record<string, string>> = {
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "is on a file system that is read-only",
  ENOTDIR: "a part of the path is not a directory",
  EEXIST: "a part of the path is a file",
  ENOSPC: "there is no space left",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "cannot be made there",
};

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? "";

/** Folder by folder: Node 20's own way never returns on file systems that answer "no such file" to everything, as /proc does. */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await fs.mkdir(path);
  } catch (error) {
    const isThere = await fs.stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isThere) return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    const parentIsThere = await fs.stat(dirname(path)).then(
      () => true,
      () => false,
    );
    if (parentIsThere) throw error;
    await makeFolder(dirname(path));
    await fs.mkdir(path);
  }
};

/** Why nothing may be written to a folder: it is a file, or something is in it. */
const occupied = async (folder: string): Promise<string | undefined> => {
  try {
    return (await fs.readdir(folder)).length > 0 ? "is there already, and not empty" : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return (await fs.stat(folder).catch(() => undefined)) ? "is a file" : MISTAKES["ENOTDIR"];
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
};

const writeAll = async (folder: string, files: readonly ScaffoldFile[]): Promise<void> => {
  await makeFolder(dirname(folder));
  // Beside its place first, then moved there whole.
  const temporary = await fs.mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const { path, text } of files) {
      await makeFolder(dirname(join(temporary, path)));
      await fs.writeFile(join(temporary, path), text);
    }
    await fs.chmod(temporary, 0o755);
    await fs.rmdir(folder).catch(() => undefined);
    await fs.rename(temporary, folder);
  } finally {
    await fs.rm(temporary, { recursive: true, force: true });
  }
};

/**
 * Writes the files of a new plugin into a folder that is new or empty: all of them or none.
 * @param folder absolute path
 * @param shown how it is called in messages
 */
export const writeFolder = async (folder: string, files: readonly ScaffoldFile[], shown: string): Promise<Result<number>> => {
  const wrong = (message: string): { ok: false; problems: PlacedProblem[] } =>
    failure([{ code: "output", message, path: [], file: shown, hint: "nothing was written; choose another folder" }]);
  try {
    const reason = await occupied(folder);
    if (reason !== undefined) return wrong(reason);
    await writeAll(folder, files);
    return success(files.length);
  } catch (error) {
    const known = MISTAKES[codeOf(error)];
    if (known === undefined) throw error;
    return wrong(known);
  }
};
