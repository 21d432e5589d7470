import { deltaOf } from "./delta.js";
import { createEngine } from "./engine.js";
import type { Engine, Request, Response } from "./protocol.js";

/** Knowledge is large and comes as a part of its own, so that the page is there before it. */
const engine = import("./knowledge.js").then(({ knowledge }) => createEngine(knowledge));

/** What the page has from each call: a threat model differs little from the one before it, and little need be sent. */
const sent = new Map<keyof Engine, unknown>();

const call = async ({ name, args }: Request): Promise<unknown> => {
  const run = (await engine)[name] as (...args: unknown[]) => ReturnType<Engine[keyof Engine]>;
  return run(...args);
};

const answer = async ({ data }: MessageEvent<Request>): Promise<Response> => {
  try {
    const value = await call(data);
    const delta = deltaOf(sent.get(data.name), value);
    sent.set(data.name, value);
    return { id: data.id, name: data.name, delta };
  } catch (error) {
    return { id: data.id, failed: error instanceof Error ? error.message : String(error) };
  }
};

addEventListener("message", async (event: MessageEvent<Request>) => postMessage(await answer(event)));
