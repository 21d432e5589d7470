// The only place where code of plugins and configurations runs: in a thread that can be ended.
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import type { Problem } from "@strideml/plugin-kit";
import { describe, isMapping } from "../plugins/code/describe.js";
import { failureOf, placeIn } from "../plugins/code/failureOf.js";
import type { CodeSource, Entry, Reply, Request } from "../plugins/code/Request.js";
import { shiftClock } from "../plugins/code/shiftClock.js";

const { request, signal, port = parentPort! } = workerData as { request: Request; signal?: SharedArrayBuffer; port?: MessagePort };

/** The folder of this program. */
const OWN = dirname(__dirname);

const withJiti = async (file: string): Promise<unknown> => {
  const { createJiti } = await import("jiti");
  return createJiti(file, { fsCache: false, moduleCache: false }).import(file, { default: true });
};

const imported = async (file: string): Promise<unknown> => {
  if (/\.m?ts$/.test(file)) return withJiti(file);
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    // Node does not say in which line of a module the syntax is wrong; jiti does.
    if (error instanceof SyntaxError && Object.keys(placeIn(error.stack ?? "", OWN)).length === 0) await withJiti(file);
    throw error;
  }
};

const entryOf = (value: unknown, index: number): Entry => {
  if (typeof value === "string") return value;
  const described = describe(value);
  return Array.isArray(described) ? { problems: described.map((problem) => ({ ...problem, path: ["plugins", index, ...problem.path] })) } : { described };
};

const configProblem = (message: string, path: Problem["path"], expected: string): Reply => ({ problems: [{ code: "config", message, path, expected }] });

const describeConfig = (value: unknown): Reply => {
  if (!isMapping(value)) return configProblem(value === undefined ? "has no default export" : "is not an object", [], "export default defineConfig({ plugins: [...] })");
  const unknown = Object.keys(value).find((key) => !["plugins", "codeSeconds", "$schema"].includes(key));
  if (unknown !== undefined) return configProblem(`unknown key ${unknown}`, [unknown], "plugins, codeSeconds");
  const { plugins = [], codeSeconds } = value;
  if (!Array.isArray(plugins)) return configProblem("plugins is not a list", ["plugins"], "a list of plugins, names or paths");
  const config = { entries: plugins.map((plugin, index) => entryOf(plugin, index)), ...(codeSeconds !== undefined && { codeSeconds }) };
  return { value: config };
};

const pluginOf = async (source: CodeSource): Promise<unknown> => {
  if ("file" in source) return imported(source.file);
  return ((await imported(source.config)) as { plugins: unknown[] }).plugins[source.index];
};

/** What a function of the plugin is called with and what it gave; plugins were described before, so it is there. */
const called = async (job: Extract<Request, { id: string }>): Promise<unknown> => {
  const plugin = (await pluginOf(job.source)) as Record<string, Record<string, (...args: unknown[]) => unknown>[]>;
  const part = (job.do === "export" ? plugin["exporters"] : plugin["importers"])!.find(({ id }) => (id as unknown) === job.id)!;
  if (job.do === "export") return part["export"]!(job.job);
  return part[job.do === "recognise" ? "recognises" : "import"]!(job.text, job.name);
};

const VERBS: Readonly<Record<Request["do"], [string, string]>> = {
  config: ["config", "cannot be loaded"],
  plugin: ["plugin-load", "cannot be loaded"],
  export: ["exporter", "fails"],
  recognise: ["importer", "fails"],
  import: ["importer", "fails"],
};

const isOutput = (value: unknown): boolean => typeof value === "string" || value instanceof Uint8Array;

const answered = async (): Promise<Reply> => {
  if (request.do === "config") return describeConfig(await imported(request.file));
  if (request.do === "plugin") {
    const described = describe(await pluginOf(request.source));
    return Array.isArray(described) ? { problems: described } : { value: described };
  }
  const value = await called(request);
  if (request.do === "export" && !isOutput(value))
    return { failure: { code: "exporter", message: `gave ${value === null ? "null" : `a value of type ${typeof value}`}`, expected: "text or a Uint8Array" } };
  return { value: request.do === "recognise" ? value === true : value };
};

const send = (reply: Reply): void => {
  port.postMessage(reply);
  if (signal) {
    Atomics.store(new Int32Array(signal), 0, 1);
    Atomics.notify(new Int32Array(signal), 0);
  }
};

const [code, verb] = VERBS[request.do];
const failed = (error: unknown): Reply => ({ failure: failureOf(error, code, verb, OWN) });

const serve = async (): Promise<void> => {
  // Before any of its modules is run.
  if ("daysLater" in request && request.daysLater !== undefined) shiftClock(request.daysLater);
  const reply = await answered().catch(failed);
  try {
    send(reply);
  } catch (error) {
    // What was given cannot leave the thread.
    send(failed(error));
  }
};

void serve();
