import text from "strideml/knowledge.json?raw";
import type { Knowledge } from "@strideml/plugin-kit";

/** The knowledge that the command line was built with: checked there, byte for byte the same here. */
export const knowledge = JSON.parse(text) as Knowledge;
