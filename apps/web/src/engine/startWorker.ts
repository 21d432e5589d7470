import workerUrl from "./engine.worker.js?worker&url";

/** Id of the element that carries the engine's code, deflated, in the page that is a single file. */
const INLINE = "strideml-engine";

const inflated = async (base64: string): Promise<string> => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
};

interface Source {
  code: string;
  type: WorkerType;
}

const findSource = async (): Promise<Source> => {
  const inline = document.getElementById(INLINE)?.textContent;
  return inline ? { code: await inflated(inline), type: "classic" } : { code: `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`, type: "module" };
};

let source: Promise<Source> | undefined;

/**
 * Starts the engine. It is started from a blob, because such a worker is bound by the page's content security policy:
 * it can connect to nothing either.
 */
export const startWorker = async (): Promise<Worker> => {
  const { code, type } = await (source ??= findSource());
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url, { type, name: "strideml" });
  // Chromium has read the blob when the first message is handled; until then it must stay.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
};
