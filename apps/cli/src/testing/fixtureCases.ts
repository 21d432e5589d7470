import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import type { Template } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import { type Bench, modelFrom } from "./Bench.js";
import { contribution } from "./contribution.js";
import { exported } from "./exporterCases.js";
import { readableDifference } from "./readableDifference.js";
import { readSystemFile } from "./readSystemFile.js";
import { rendered } from "./templateCases.js";
import { keep } from "./Unkept.js";

type Content = string | Uint8Array;

/** Everything that the plugin makes of a system, by the name of the expected file. */
const made = async (input: unknown, file: string, bench: Bench): Promise<Map<string, Content>> => {
  const model = modelFrom(input, file, bench.knowledge());
  const files = new Map<string, Content>();
  const own = contribution(model, bench.subject.plugin);
  if (own !== undefined) files.set("expected.json", `${JSON.stringify(own, null, 2)}\n`);
  for (const template of (bench.subject.plugin["templates"] ?? []) as Template[]) files.set(`expected.${template.id.replaceAll("/", "-")}.md`, rendered(template, model, bench));
  for (const exporter of bench.subject.exporters) files.set(`expected.${exporter.id}.${exporter.extension}`, await exported(exporter, { model, knowledge: bench.knowledge() }));
  return files;
};

const compared = async (path: string, name: string, content: Content): Promise<string[]> => {
  const file = join(path, name);
  if (!existsSync(file)) return [`${file}: is missing; STRIDEML_UPDATE=1 writes it`];
  const expected = typeof content === "string" ? await fs.readFile(file, "utf8") : await fs.readFile(file);
  const difference = readableDifference(expected, content);
  return difference.length === 0 ? [] : [`${file}: is not what the plugin makes; look at the difference, then STRIDEML_UPDATE=1`, ...difference];
};

const runFixture = async (path: string, bench: Bench, update: boolean): Promise<void> => {
  const { file, input } = await readSystemFile(path, "input");
  const files = await made(input, file, bench);
  const stale = (await fs.readdir(path)).filter((name) => name.startsWith("expected.") && !files.has(name));
  if (update) {
    await Promise.all([...files].map(([name, content]) => fs.writeFile(join(path, name), content)));
    await Promise.all(stale.map((name) => fs.rm(join(path, name))));
    return;
  }
  const differences = await Promise.all([...files].map(([name, content]) => compared(path, name, content)));
  keep([...differences.flat(), ...stale.map((name) => `${join(path, name)}: nothing makes it any more; STRIDEML_UPDATE=1 takes it away`)]);
};

/** One case for every folder of fixtures: what the plugin makes of its `input.yaml`, against its `expected.*`. */
export const fixtureCases = async (folder: string | undefined, bench: Bench, update: boolean): Promise<ContractCase[]> => {
  if (folder === undefined || !existsSync(folder)) return [];
  const entries = await fs.readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => ({ name: `fixture ${name}: gives what is expected`, run: () => runFixture(join(folder, name), bench, update) }));
};
