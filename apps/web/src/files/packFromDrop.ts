import type { PackSource } from "../engine/protocol.js";

/** Files of a pack: data and templates. Others, and folders of tools, are not read. */
const READ = /\.(?:ya?ml|json|hbs)$/;
const SKIPPED = /^(?:\.|node_modules$|test$|tests$|fixtures$|dist$|package-lock\.json$)/;

/** Largest pack, in bytes. */
export const LARGEST_PACK = 20 * 1024 * 1024;

interface Found {
  path: string;
  file: File;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));

/** A reader gives a folder's entries a hundred at a time. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const walk = async (entry: FileSystemEntry, path: string): Promise<Found[]> => {
  if (SKIPPED.test(entry.name)) return [];
  if (entry.isFile) return READ.test(entry.name) ? [{ path, file: await fileOf(entry as FileSystemFileEntry) }] : [];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map((each) => walk(each, path === "" ? each.name : `${path}/${each.name}`)))).flat();
};

const sourceOf = async (name: string, found: readonly Found[]): Promise<PackSource | undefined> => {
  if (found.reduce((sum, { file }) => sum + file.size, 0) > LARGEST_PACK) return undefined;
  return { name, files: await Promise.all(found.map(async ({ path, file }) => ({ path, text: await file.text() }))) };
};

/** A dropped folder as a pack; `undefined` where it is too large. */
export const packFromFolder = async (folder: FileSystemDirectoryEntry): Promise<PackSource | undefined> => {
  const inside = await entriesOf(folder);
  return sourceOf(folder.name, (await Promise.all(inside.map((entry) => walk(entry, entry.name)))).flat());
};

/** The files of a folder that was chosen; `undefined` where it is too large. */
export const packFromFiles = (files: readonly File[]): Promise<PackSource | undefined> => {
  const parts = files.map((file) => ({ file, path: file.webkitRelativePath.split("/") }));
  const wanted = parts.filter(({ path }) => READ.test(path.at(-1)!) && path.slice(1).every((part) => !SKIPPED.test(part)));
  return sourceOf(
    parts[0]?.path[0] ?? "pack",
    wanted.map(({ file, path }) => ({ file, path: path.slice(1).join("/") })),
  );
};
