import type { Io, ExitCode } from "./Io.js";

/** One command: how it is called and what its flags mean. What it does is in the module of its name. */
export interface Command {
  usage: string;
  summary: string;
  flags: Record<string, Flag>;
}

export interface Flag {
  type: "string" | "boolean";
  multiple?: boolean;
  short?: string;
  value?: string;
  help: string;
}

/** Parsed flags by name; flags that may repeat are lists. */
export type Flags = Record<string, string | boolean | string[] | undefined>;

export type CommandRun = (positionals: string[], flags: Flags, io: Io) => Promise<ExitCode>;

const ANSWERS: Record<string, Flag> = {
  "model-type": { type: "string", value: "TYPE", help: "kind of model" },
  deployment: { type: "string", value: "WHERE", help: "where it runs" },
  "data-sensitivity": { type: "string", value: "LEVEL", help: "most sensitive data involved" },
  "access-level": { type: "string", value: "WHO", help: "who an adversary can be" },
  name: { type: "string", value: "NAME", help: "name of the system" },
};

const CONTEXT: Record<string, Flag> = {
  context: { type: "string", multiple: true, value: "KEY=VALUE", help: "a refinement, such as training.mode=online; may repeat" },
};

const COMMON: Record<string, Flag> = {
  quiet: { type: "boolean", short: "q", help: "no words on stderr but errors" },
  help: { type: "boolean", short: "h", help: "this text" },
};

const DATE: Flag = { type: "string", value: "YYYY-MM-DD", help: "day of the document; expiry dates of decisions are compared with it" };

/** Every command, in the order in which a newcomer meets them. */
export const COMMANDS: Record<"init" | "generate" | "validate" | "explain" | "list" | "batch", Command> = {
  init: {
    usage: "strideml init [FILE] [flags]",
    summary: "asks the four questions and writes a system file (default strideml.yaml)",
    flags: { ...ANSWERS, ...CONTEXT, force: { type: "boolean", help: "overwrite the file" }, ...COMMON },
  },
  generate: {
    usage: "strideml generate [FILE|-] [flags]",
    summary: "makes the threat model of a system file, of standard input, or of four flags",
    flags: {
      ...ANSWERS,
      ...CONTEXT,
      template: { type: "string", short: "t", value: "ID", help: "document to make (default threat-model; see strideml list templates)" },
      format: { type: "string", short: "f", value: "FORMAT", help: "md, html, docx, pdf or json, several with commas (default: by the output's name, else md)" },
      output: { type: "string", short: "o", value: "FILE|DIR|-", help: "where to write (default: standard output)" },
      date: DATE,
      ...COMMON,
    },
  },
  validate: {
    usage: "strideml validate FILE... [flags]",
    summary: "checks system files and says everything that is wrong with them",
    flags: { json: { type: "boolean", help: "problems as JSON on standard output" }, ...COMMON },
  },
  explain: {
    usage: "strideml explain FINDING [FILE|-] [flags]",
    summary: "says where each point of a finding's score came from",
    flags: { ...ANSWERS, ...CONTEXT, json: { type: "boolean", help: "the finding as JSON" }, date: DATE, ...COMMON },
  },
  list: {
    usage: "strideml list threats|mitigations|frameworks|templates|formats|questions [flags]",
    summary: "lists what is known",
    flags: { json: { type: "boolean", help: "as a JSON array" }, ...COMMON },
  },
  batch: {
    usage: "strideml batch - [flags]",
    summary: "reads systems as JSON lines, writes threat models as JSON lines, in the same order",
    flags: { full: { type: "boolean", help: "with the texts of threats and frameworks, as generate writes them" }, date: DATE, ...COMMON },
  },
};
