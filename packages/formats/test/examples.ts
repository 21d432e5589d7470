import { readdirSync, readFileSync } from "node:fs";
import type { Exporter, ExportJob, ThreatModel } from "@strideml/plugin-kit";
import { parse } from "yaml";
import { generateThreatModel, parseSystem } from "../../core/src/index.js";
import { AROUND, KNOWLEDGE } from "../../core/test/knowledge.js";

const folder = new URL("../../../examples/", import.meta.url);

/** The names of all examples. */
export const EXAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -5));

/** Eight of different kinds, for contract tests that are to stay quick. */
export const SOME_EXAMPLES = EXAMPLES.filter((_, index) => index % 5 < 2);

/** The threat model of an example, with some keys of its system file replaced. */
export const modelOf = (name: string, more: object = {}, date?: string): ThreatModel => {
  const parsed = parseSystem({ ...(parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8")) as object), ...more }, KNOWLEDGE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return generateThreatModel(parsed.value, KNOWLEDGE, { ...AROUND, ...(date && { date }) });
};

export const jobOf = (model: ThreatModel, baseline?: ThreatModel): ExportJob => ({ model, knowledge: KNOWLEDGE, ...(baseline && { baseline }) });

/** The content of an exported file as text. */
export const textOf = async (exporter: Exporter, job: ExportJob): Promise<string> => {
  const content = await exporter.export(job);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
};

/** An exported JSON file, parsed. */
export const jsonOf = async <T>(exporter: Exporter, model: ThreatModel): Promise<T> => JSON.parse(await textOf(exporter, jobOf(model))) as T;
