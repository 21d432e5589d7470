import { applyDelta } from "./delta.js";
import type { Engine, Request, Response } from "./protocol.js";
import { startWorker } from "./startWorker.js";

type Answer<K extends keyof Engine> = Awaited<ReturnType<Engine[K]>>;

/** The engine as the page calls it: the same functions, each answering later. */
export interface Client {
  call: <K extends keyof Engine>(name: K, ...args: Parameters<Engine[K]>) => Promise<Answer<K>>;
  /** Ends the worker and fails what is under way. */
  end: () => void;
}

/** Why a call failed that was cancelled. */
export class Cancelled extends Error {}

interface Waiting {
  done: (value: never) => void;
  fail: (error: Error) => void;
}

const listen = async (started: Promise<Worker>, receive: (event: MessageEvent<Response>) => void, fail: (error: Error) => void) => {
  try {
    const worker = await started;
    worker.addEventListener("message", receive);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(new Error(event.message || "the engine could not be loaded"));
    });
  } catch (error) {
    fail(error as Error);
  }
};

/** Starts an engine of one's own. */
export const createClient = (): Client => {
  const started = startWorker();
  let ready: Worker | undefined;
  void started.then(
    (worker) => (ready = worker),
    () => undefined,
  );
  const waiting = new Map<number, Waiting>();
  const received = new Map<keyof Engine, unknown>();
  let last = 0;
  const failAll = (error: Error) => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const receive = ({ data }: MessageEvent<Response>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) call?.fail(new Error(data.failed));
    else {
      const value = applyDelta(received.get(data.name), data.delta);
      received.set(data.name, value);
      call?.done(value as never);
    }
  };
  void listen(started, receive, failAll);
  return {
    call: (name, ...args) =>
      new Promise((done, fail) => {
        last += 1;
        waiting.set(last, { done, fail });
        const request: Request = { id: last, name, args };
        // At once where it can be: the worker then works while the page draws what was changed.
        if (ready) ready.postMessage(request);
        else void started.then((worker) => worker.postMessage(request));
      }),
    end: () => {
      void started.then((worker) => worker.terminate());
      failAll(new Cancelled("cancelled"));
    },
  };
};
