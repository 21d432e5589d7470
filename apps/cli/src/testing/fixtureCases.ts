import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "@strideml/formats";
import type { ThreatModel } from "@strideml/plugin-kit";
import { BUILT_IN_TEMPLATES, renderTemplate, toMarkdown, toView } from "@strideml/report";
import { renderApart } from "../lazy/renderApart.js";
import { folderOf, type UnderTest } from "./loadUnderTest.js";
import { problemsText } from "./problemsText.js";
import { modelOf } from "./samples.js";
import type { TestCase } from "./TestCase.js";

const HOW = "STRIDEML_UPDATE=1 writes it";

/** `expected.board.md`: the template whose id ends in board; `expected.lines.txt`: the exporter with that extension; `expected.json`: the model. */
const make = async (file: string, model: ThreatModel, { knowledge, loaded }: UnderTest): Promise<string | Uint8Array> => {
  const rest = file.slice("expected.".length);
  if (rest === "json") return `${JSON.stringify(model, null, 2)}\n`;
  const exporter = loaded.exporters.find(({ extension }) => extension === rest);
  if (exporter) return exporter.export({ model, knowledge });
  const name = rest === "md" ? "threat-model" : rest.replace(/\.md$/, "");
  const own = knowledge.templates.find(({ id }) => id === name || id.endsWith(`/${name}`));
  if (own) return toMarkdown(await renderApart({ ...own, spec: {}, file: own.id, skipped: 0 }, model, knowledge), model);
  const ours = BUILT_IN_TEMPLATES.find(({ id }) => id === name);
  if (!ours) throw new Error(`${file} names neither a template nor the extension of an exporter of this plugin`);
  return toMarkdown(renderTemplate(ours, toView(model, knowledge, ours)), model);
};

/** The first line that differs, as a reader looks for it. */
const difference = (expected: string, found: string): string => {
  const [before, now] = [expected.split("\n"), found.split("\n")];
  const at = before.findIndex((line, index) => line !== now[index]);
  const line = at === -1 ? before.length : at;
  return `line ${line + 1}\n  expected: ${before[line] ?? "(the end)"}\n  found:    ${now[line] ?? "(the end)"}`;
};

const compare = async (folder: string, file: string, model: ThreatModel, under: UnderTest): Promise<void> => {
  const path = join(folder, file);
  const found = Buffer.from(await make(file, model, under));
  if (process.env["STRIDEML_UPDATE"] === "1") return writeFileSync(path, found);
  const expected = readFileSync(path);
  if (!expected.equals(found)) throw new Error(`${path} differs in ${difference(expected.toString(), found.toString())}\n${HOW} anew, if that is what it should be`);
};

const fixture = (folder: string, under: UnderTest) => async (): Promise<void> => {
  const input = join(folder, "input.yaml");
  const source = readYaml(readFileSync(input, "utf8"), input);
  if (!source.ok) throw new Error(problemsText(source.problems));
  const model = modelOf(source.value.value, under.knowledge);
  const files = readdirSync(folder).filter((name) => name.startsWith("expected."));
  if (files.length === 0 && process.env["STRIDEML_UPDATE"] !== "1") throw new Error(`${folder} has nothing that is expected: make an empty expected.md; ${HOW}`);
  for (const file of files.length === 0 ? ["expected.md"] : files) await compare(folder, file, model, under);
};

/** A case for each folder in `fixtures` with an `input.yaml`: what comes of it is compared with its `expected.*` files. */
export const fixtureCases = (under: UnderTest, target: string): TestCase[] => {
  const root = join(folderOf(target), "fixtures");
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "input.yaml")))
    .map(({ name }) => ({ name: `fixture ${name}`, run: fixture(join(root, name), under) }));
};
