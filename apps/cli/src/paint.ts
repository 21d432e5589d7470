import type { Severity } from "@strideml/plugin-kit";
import type { Io } from "./Io.js";

const CODES: Record<Severity | "bold" | "faint", string> = { critical: "1;31", high: "31", medium: "33", low: "32", bold: "1", faint: "2" };

/** Colours words on a terminal, and only there: never in files and pipes, never with NO_COLOR. */
export const painter =
  (stream: { readonly isTTY: boolean }, { env }: Pick<Io, "env">) =>
  (style: keyof typeof CODES, text: string): string =>
    stream.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb" ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text;
