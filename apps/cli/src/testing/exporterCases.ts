import type { Exporter, ExportJob, ThreatModel } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import type { Bench } from "./Bench.js";
import { harmIn } from "./harmIn.js";
import { decidedModel, emptyModel, HOSTILE, type Hostile, hostileModel } from "./hostileModels.js";
import { readableDifference } from "./readableDifference.js";
import { isUserError } from "../UserError.js";
import { keep, keepOf, Unkept } from "./Unkept.js";

/** A system with much to export. */
const EXAMPLE = "support-assistant";

/** What an exporter wrote. @throws Unkept where it threw or wrote something else */
export const exported = async ({ id, export: make }: Exporter, job: ExportJob): Promise<string | Uint8Array> => {
  let content: unknown;
  try {
    content = await make(job);
  } catch (error) {
    if (isUserError(error)) keepOf(error.problems);
    throw new Unkept([`${id} throws ${error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]!}` : String(error)}`, ...ownFrames(error)]);
  }
  if (typeof content === "string" || content instanceof Uint8Array) return content;
  throw new Unkept([`${id} gave ${content === null ? "null" : `a value of type ${typeof content}`}; expected text or a Uint8Array`]);
};

/** Where in the plugin it was thrown. */
const ownFrames = (error: unknown): string[] =>
  ((error as Error | undefined)?.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !line.includes(__dirname) && !line.includes("node:"))
    .slice(0, 3);

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content);

const isText = ({ mediaType }: Exporter, content: string | Uint8Array): content is string => typeof content === "string" || /^text\/|[/+](?:json|xml|yaml)(?:;|$)/.test(mediaType);

const survives = async (exporter: Exporter, job: ExportJob): Promise<void> => {
  const content = await exported(exporter, job);
  if (isText(exporter, content)) keep(harmIn(typeof content === "string" ? content : new TextDecoder().decode(content), exporter).map((harm) => `${exporter.id}: ${harm}`));
};

const repeats = async (exporter: Exporter, bench: Bench): Promise<void> => {
  const job = (): ExportJob => ({ model: decidedModel(bench.model(EXAMPLE)), knowledge: bench.knowledge() });
  const first = await exported(exporter, job());
  const later = (await bench.subject.onAnotherDay()).exporters.find(({ id }) => id === exporter.id);
  const second = await exported(later ?? exporter, job());
  if (bytesOf(first).equals(bytesOf(second))) return;
  throw new Unkept([`${exporter.id} writes something else on another day: it asks the clock or chance`, ...readableDifference(first, second)]);
};

/** Models that exporters and templates are tried on, by what they are models of. */
export const trials = (bench: Bench): [string, () => ThreatModel][] => [
  ["a model in which nothing is decided", () => bench.model(EXAMPLE)],
  ["a model in which everything is decided", () => decidedModel(bench.model(EXAMPLE))],
  ["a model in which nothing was found", () => emptyModel(bench.model(EXAMPLE))],
  ...(Object.keys(HOSTILE) as Hostile[]).map((kind): [string, () => ThreatModel] => [`names with ${kind}`, () => hostileModel(bench.model(EXAMPLE), kind)]),
];

const casesOf = (exporter: Exporter, bench: Bench): ContractCase[] => [
  ...trials(bench).map(([what, model]) => ({
    name: `exporter ${exporter.id}: survives ${what}`,
    run: async () => survives(exporter, { model: model(), knowledge: bench.knowledge() }),
  })),
  {
    name: `exporter ${exporter.id}: survives an earlier model to compare with`,
    run: async () => survives(exporter, { model: bench.model(EXAMPLE), knowledge: bench.knowledge(), baseline: decidedModel(bench.model("coding-agent")) }),
  },
  ...(exporter.deterministic ? [{ name: `exporter ${exporter.id}: writes the same bytes on another day`, run: () => repeats(exporter, bench) }] : []),
];

/** Cases about every exporter of a plugin. */
export const exporterCases = (bench: Bench): ContractCase[] => bench.subject.exporters.flatMap((exporter) => casesOf(exporter, bench));
