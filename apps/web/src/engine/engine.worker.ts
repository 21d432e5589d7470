import { createEngine } from "./engine.js";
import type { Engine, Request, Response } from "./protocol.js";

/** Knowledge is large and comes as a part of its own, so that the page is there before it. */
const engine = import("./knowledge.js").then(({ knowledge }) => createEngine(knowledge));

const call = async ({ name, args }: Request): Promise<unknown> => {
  const run = (await engine)[name] as (...args: unknown[]) => ReturnType<Engine[keyof Engine]>;
  return run(...args);
};

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  const answer = (response: Response) => postMessage(response);
  call(data).then(
    (value) => answer({ id: data.id, value }),
    (error: unknown) => answer({ id: data.id, failed: error instanceof Error ? error.message : String(error) }),
  );
});
