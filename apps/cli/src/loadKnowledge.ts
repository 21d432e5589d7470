import { readFileSync } from "node:fs";
import type { Knowledge } from "@strideml/plugin-kit";

let knowledge: Knowledge | undefined;

/** The merged knowledge of the bundled plugins; it was checked when the command line was built. */
export const loadKnowledge = (): Knowledge => (knowledge ??= JSON.parse(readFileSync(new URL("./knowledge.json", import.meta.url), "utf8")) as Knowledge);
