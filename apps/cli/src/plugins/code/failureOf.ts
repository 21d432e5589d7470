import { fileURLToPath } from "node:url";
import type { Failure } from "./Request.js";

/** A frame of a stack, or the head of a syntax error: `file:///x/y.js:3:14`, `/x/y.ts:3`. */
const PLACE = /(?:^|[\s(])((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^\n():]+):(\d+)(?::(\d+))?/gm;

/** The first place in a stack that is neither ours nor of a loader. */
export const placeIn = (stack: string, own: string): Pick<Failure, "file" | "line" | "column"> => {
  for (const [, where = "", line, column] of stack.matchAll(PLACE)) {
    const file = where.startsWith("file://") ? fileURLToPath(where) : where;
    if (file.startsWith(own) || /[\\/]node_modules[\\/]jiti[\\/]/.test(file)) continue;
    return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
  }
  return {};
};

const firstLine = (text: string): string => text.split("\n").find((line) => line.trim() !== "") ?? "no message";

/**
 * Whatever code of a user threw, in words.
 * @param own folder of this program, whose frames are not told
 */
export const failureOf = (error: unknown, code: string, verb: string, own: string): Failure => {
  if (!(error instanceof Error))
    return { code, message: `${verb}: it threw ${typeof error === "string" ? firstLine(error) : `a value of type ${error === null ? "null" : typeof error}`}` };
  if (error.name === "CannotExport") {
    const { hint } = error as { hint?: unknown };
    return { code: "cannot-export", message: firstLine(error.message), ...(typeof hint === "string" && { hint: firstLine(hint) }) };
  }
  const missing = (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND" || /^Cannot find (?:module|package)/.test(error.message);
  return {
    code,
    message: `${verb}: ${error.name === "Error" ? "" : `${error.name}: `}${firstLine(error.message)}`,
    ...placeIn(error.stack ?? "", own),
    ...(missing && { hint: "npm install" }),
  };
};
