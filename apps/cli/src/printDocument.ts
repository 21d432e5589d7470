import type { Format } from "@strideml/report";
import type { Io } from "./Io.js";
import { userError } from "./UserError.js";

/** A document that is ready to leave. */
export interface MadeDocument {
  format: Pick<Format, "id" | "extension">;
  content: string | Uint8Array;
}

/** Writes one document to standard output. Throws a user's error for several ones, and for bytes that would end up on a terminal. */
export const printDocument = (made: readonly MadeDocument[], { stdout }: Pick<Io, "stdout">): void => {
  if (made.length > 1) throw userError("usage", "several formats do not fit on standard output", { hint: "name a directory: --output out/" });
  const { format, content } = made[0]!;
  if (typeof content !== "string" && stdout.isTTY)
    throw userError("usage", `${format.id} cannot be shown on a terminal`, { hint: `name a file: --output report.${format.extension}` });
  stdout.write(content);
};
