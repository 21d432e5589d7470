import { parentPort, workerData } from "node:worker_threads";
import { renderSource } from "@strideml/report/compile";
import type { View } from "@strideml/report";

const { source, view } = workerData as { source: string; view: View };

/** Answers with the text, or with what went wrong in words: an error would lose its place on the way. */
const answer = (): { text: string } | { failed: string } => {
  try {
    return { text: renderSource(source, view) };
  } catch (error) {
    // The longest text that there can be, half a billion characters, is reached before the bound of memory.
    return { failed: (error as Error).message === "Invalid string length" ? "gives more text than fits into memory" : (error as Error).message };
  }
};

parentPort!.postMessage(answer());
