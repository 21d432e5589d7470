import { deltaOf } from "./delta.js";
import { createEngine, type FixedEngine } from "./engine.js";
import type { Engine, Request, Response } from "./protocol.js";

/** Knowledge is large and comes as a part of its own, so that the page is there before it. */
const base = import("./knowledge.js").then(({ knowledge }) => knowledge);
let engine: Promise<FixedEngine> = base.then((knowledge) => createEngine(knowledge));

/** Another engine from here on. What checks packs is as large as the engine, and is loaded for the first one. */
const usePacks: Engine["usePacks"] = async (sources) => {
  const { loadPacks } = await import("./packs.js");
  const { knowledge, templates, packs } = await loadPacks(sources, await base);
  engine = Promise.resolve(createEngine(knowledge, templates));
  return packs;
};

/** What the page has from each call: a threat model differs little from the one before it, and little need be sent. */
const sent = new Map<keyof Engine, unknown>();

const call = async ({ name, args }: Request): Promise<unknown> => {
  const run = { ...(await engine), usePacks }[name] as (...args: unknown[]) => ReturnType<Engine[keyof Engine]>;
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
