import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Knowledge, ThreatModel } from "@strideml/plugin-kit";
import { toView } from "@strideml/report";
import type { ChosenTemplate } from "../templates.js";
import { userError } from "../UserError.js";

/** Milliseconds that a template of a user may take. */
const TIME = 10_000;

/** Megabytes of memory that it may take. */
const MEMORY = 256;

/** Characters that it may give. */
const LONGEST = 20_000_000;

const ends = (worker: Worker): Promise<{ text: string } | { failed: string }> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => done({ failed: `takes longer than ${TIME / 1000} seconds` }), TIME);
    worker.once("message", done);
    worker.once("error", (error: NodeJS.ErrnoException) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? done({ failed: `takes more than ${MEMORY} MB of memory` }) : fail(error)));
    worker.once("exit", () => clearTimeout(timer));
  });

/**
 * Renders a template that did not come with the product, within bounds of time, memory and size.
 * @throws UserError where it goes over a bound, or asks for what is not there
 */
export const renderApart = async (template: ChosenTemplate, model: ThreatModel, knowledge: Knowledge): Promise<string> => {
  const worker = new Worker(join(__dirname, "renderWorker.js"), {
    workerData: { source: template.source, view: toView(model, knowledge, template) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const result = await ends(worker).finally(() => worker.terminate());
  if ("failed" in result) {
    const [, message = result.failed, line, column] = /^(.*?)(?: - (\d+):(\d+))?$/s.exec(result.failed) ?? [];
    throw userError("template", message, { file: template.file, ...(line !== undefined && { line: Number(line) + template.skipped, column: Number(column) + 1 }) });
  }
  if (result.text.length > LONGEST) throw userError("template", `gives ${result.text.length} characters`, { file: template.file, expected: `at most ${LONGEST}` });
  return result.text;
};
