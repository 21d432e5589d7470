import { join } from "node:path";
import { type MessagePort, MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { PlacedProblem } from "@strideml/plugin-kit";
import { standardOutput } from "../../standardOutput.js";
import { UserError } from "../../UserError.js";
import type { Failure, Reply, Request } from "./Request.js";

/** Seconds that code of a user may take, where its configuration says nothing else. */
export const CODE_SECONDS = 60;

/** Megabytes of memory that it may take. */
const MEMORY = 1024;

/** Where the code is from, for messages, and how long it may take. */
export interface Bounds {
  file: string;
  seconds: number;
  /** Which part of it runs: `exporter acme-csv`. */
  what?: string;
}

/** What code of a user prints goes to standard error: standard output is for documents. */
const divert = (worker: Worker): void => {
  for (const stream of [worker.stdout, worker.stderr]) stream.on("data", (chunk: Buffer) => standardOutput(2).write(chunk));
};

const start = (request: Request, shared: { signal?: SharedArrayBuffer; port?: MessagePort } = {}): Worker => {
  const worker = new Worker(join(__dirname, "codeWorker.js"), {
    workerData: { request, ...shared },
    transferList: shared.port ? [shared.port] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  divert(worker);
  return worker;
};

const CODES: Readonly<Record<Request["do"], string>> = { config: "config", plugin: "plugin-load", export: "exporter", recognise: "importer", import: "importer" };

const tooLong = ({ do: what }: Request, { seconds }: Bounds): Failure => ({
  code: CODES[what],
  message: `takes longer than ${seconds} seconds and was ended`,
  hint: "look for a loop without end; where it really needs longer, codeSeconds in the configuration says how long",
});

const ended = ({ do: what }: Request): Failure => ({
  code: CODES[what],
  message: "ended without a result: a promise in it never settles, or it ended its process",
  hint: "look for a promise that nobody resolves",
});

const crashed = ({ do: what }: Request, error: NodeJS.ErrnoException): Failure => ({
  code: CODES[what],
  message: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? `takes more than ${MEMORY} MB of memory` : `fails: ${error.message.split("\n")[0]!}`,
});

const settled = (reply: Reply, { file, what }: Bounds): unknown => {
  if ("value" in reply) return reply.value;
  const problems: PlacedProblem[] =
    "failure" in reply
      ? [{ path: [], file, ...reply.failure, message: [what, reply.failure.message].filter((part) => part !== undefined).join(": ") }]
      : reply.problems.map((problem) => ({ file, ...problem }));
  throw new UserError(problems);
};

/**
 * Runs code of a user in a thread of its own, and ends the thread when it has answered or its time is up.
 * @throws UserError where it throws, gives the wrong thing, or goes over a bound
 */
export const runCode = async (request: Request, bounds: Bounds): Promise<unknown> => {
  const worker = start(request);
  const reply = await new Promise<Reply>((done) => {
    const timer = setTimeout(() => done({ failure: tooLong(request, bounds) }), bounds.seconds * 1000);
    worker.once("message", (message) => done(message as Reply));
    worker.once("error", (error) => done({ failure: crashed(request, error) }));
    worker.once("exit", () => {
      clearTimeout(timer);
      done({ failure: ended(request) });
    });
  }).finally(() => worker.terminate());
  return settled(reply, bounds);
};

/**
 * The same for functions that must answer at once, as those of importers: this thread waits.
 * @throws as above
 */
export const runCodeNow = (request: Request, bounds: Bounds): unknown => {
  const signal = new SharedArrayBuffer(4);
  const { port1, port2 } = new MessageChannel();
  const worker = start(request, { signal, port: port2 });
  Atomics.wait(new Int32Array(signal), 0, 0, bounds.seconds * 1000);
  const received = receiveMessageOnPort(port1);
  void worker.terminate();
  port1.close();
  return settled((received?.message as Reply | undefined) ?? { failure: tooLong(request, bounds) }, bounds);
};
