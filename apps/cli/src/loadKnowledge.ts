import { readFileSync } from "node:fs";
import type { Knowledge } from "@strideml/plugin-kit";

let knowledge: Knowledge | undefined;

/** The merged knowledge of the bundled plugins; it was checked, and written in ASCII, when the command line was built. */
export const loadKnowledge = (): Knowledge => (knowledge ??= JSON.parse(readFileSync(new URL("./knowledge.json", import.meta.url), "latin1")) as Knowledge);
