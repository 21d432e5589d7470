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

/** The short name of an expected file, or where two would have the same, the long one. */
const named = (contents: readonly (readonly [short: string, long: string, content: Content])[]): [string, Content][] =>
  contents.map(([short, long, content]) => [`expected.${contents.filter((each) => each[0] === short).length > 1 ? long : short}`, content]);

/** Everything that the plugin makes of a system, by the name of the expected file: `expected.board.md`, `expected.lines.txt`. */
const made = async (input: unknown, file: string, bench: Bench): Promise<Map<string, Content>> => {
  const model = modelFrom(input, file, bench.knowledge());
  const own = contribution(model, bench.subject.plugin);
  const templates = ((bench.subject.plugin["templates"] ?? []) as Template[]).map(
    async (template) => [`${template.id.split("/").at(-1)!}.md`, `${template.id.replaceAll("/", "-")}.md`, await rendered(template, model, bench)] as const,
  );
  const exporters = bench.subject.exporters.map(
    async (exporter) => [exporter.extension, `${exporter.id}.${exporter.extension}`, await exported(exporter, { model, knowledge: bench.knowledge() })] as const,
  );
  const data = own === undefined ? [] : [["json", "json", `${JSON.stringify(own, null, 2)}\n`] as const];
  return new Map(named([...data, ...(await Promise.all([...templates, ...exporters]))]));
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
