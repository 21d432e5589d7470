import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import { readYaml } from "@strideml/formats";
import { keepOf, Unkept } from "./Unkept.js";

const EXTENSIONS = ["yaml", "yml", "json"];

/** The system file of a name in a folder. @throws Unkept where there is none, or none that can be read */
export const readSystemFile = async (folder: string, name: string): Promise<{ file: string; input: unknown }> => {
  const file = EXTENSIONS.map((extension) => join(folder, `${name}.${extension}`)).find((path) => existsSync(path));
  if (file === undefined) throw new Unkept([`${join(folder, `${name}.yaml`)}: is missing; expected a system file`]);
  const source = readYaml(await fs.readFile(file, "utf8"), file);
  if (source.ok) return { file, input: source.value.value };
  keepOf(source.problems);
  throw new Unkept([`${file}: cannot be read`]);
};

/** The system files of a folder by name; none where there is no such folder. */
export const readSystemFiles = async (folder: string | undefined): Promise<Map<string, unknown>> => {
  if (folder === undefined || !existsSync(folder)) return new Map();
  const names = (await fs.readdir(folder)).filter((name) => EXTENSIONS.some((extension) => name.endsWith(`.${extension}`))).toSorted();
  const read = await Promise.all(names.map(async (name) => [name.replace(/\.[a-z]+$/, ""), (await readSystemFile(folder, name.replace(/\.[a-z]+$/, ""))).input] as const));
  return new Map(read);
};
