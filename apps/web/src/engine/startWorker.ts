import workerUrl from "./engine.worker.js?worker&url";

/** Id of the element that carries the engine's code in the page that is a single file. */
const INLINE = "strideml-engine";

const source = (): { code: string; type: WorkerType } => {
  const inline = document.getElementById(INLINE)?.textContent;
  return inline ? { code: inline, type: "classic" } : { code: `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`, type: "module" };
};

/**
 * Starts the engine. It is started from a blob, because such a worker is bound by the page's content security policy:
 * it can connect to nothing either.
 */
export const startWorker = (): Worker => {
  const { code, type } = source();
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url, { type, name: "strideml" });
  // Chromium has read the blob when the first message is handled; until then it must stay.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
};
