import { resolve } from "node:path";
import type { Flags } from "../commands.js";
import type { Io } from "../Io.js";
import { findConfig } from "./findConfig.js";

/** The configuration that counts: the one that is named, or the nearest. */
export const configOf = (flags: Flags, io: Io): string | undefined => {
  if (flags["no-config"] === true) return undefined;
  return typeof flags["config"] === "string" ? resolve(io.cwd(), flags["config"]) : findConfig(io.cwd());
};
