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

const PLUGINS: Record<string, Flag> = {
  config: { type: "string", value: "FILE", help: "configuration with plugins (default: strideml.config.* here or above)" },
  "no-config": { type: "boolean", help: "no configuration: only what the product brings" },
  "frozen-plugins": { type: "boolean", help: "fail where the plugins are not those of strideml.lock.json" },
};

const COMMON: Record<string, Flag> = {
  ...PLUGINS,
  quiet: { type: "boolean", short: "q", help: "no words on stderr but errors" },
  help: { type: "boolean", short: "h", help: "this text" },
};

const DATE: Flag = { type: "string", value: "YYYY-MM-DD", help: "day of the document; expiry dates of decisions are compared with it" };

/** Every command, in the order in which a newcomer meets them. */
export const COMMANDS: Record<
  "init" | "import" | "generate" | "validate" | "explain" | "check" | "diff" | "answer" | "decide" | "obligations" | "list" | "batch" | "plugin",
  Command
> = {
  init: {
    usage: "strideml init [FILE] [flags]",
    summary: "asks the four questions and writes a system file (default strideml.yaml)",
    flags: { ...ANSWERS, ...CONTEXT, force: { type: "boolean", help: "overwrite the file" }, ...COMMON },
  },
  import: {
    usage: "strideml import FILE [flags]",
    summary: "reads a file of another tool into a system file, and says what was read, guessed and lost",
    flags: {
      output: { type: "string", short: "o", value: "FILE|-", help: "where to write (default strideml.yaml)" },
      format: { type: "string", short: "f", value: "FORMAT", help: "what the file is (default: found out)" },
      force: { type: "boolean", help: "overwrite the file" },
      ...COMMON,
    },
  },
  generate: {
    usage: "strideml generate [FILE|-] [flags]",
    summary: "makes the threat model of a system file, of standard input, or of four flags",
    flags: {
      ...ANSWERS,
      ...CONTEXT,
      template: { type: "string", short: "t", value: "ID", help: "document to make, or a template file of your own (default threat-model; see strideml list templates)" },
      format: { type: "string", short: "f", value: "FORMAT", help: "one or several with commas (default: by the output's name, else md; see strideml list formats)" },
      output: { type: "string", short: "o", value: "FILE|DIR|-", help: "where to write (default: standard output)" },
      baseline: { type: "string", value: "FILE", help: "an earlier threat model (JSON), for formats that say what is new since" },
      date: DATE,
      ...COMMON,
    },
  },
  validate: {
    usage: "strideml validate FILE... [flags]",
    summary: "checks system files and template files (.hbs) and says everything that is wrong with them",
    flags: { json: { type: "boolean", help: "problems as JSON on standard output" }, ...COMMON },
  },
  explain: {
    usage: "strideml explain FINDING [FILE|-] [flags]",
    summary: "says where each point of a finding's score came from",
    flags: { ...ANSWERS, ...CONTEXT, json: { type: "boolean", help: "the finding as JSON" }, date: DATE, ...COMMON },
  },
  check: {
    usage: "strideml check [FILE|-] [flags]",
    summary: "fails (exit 1) where a risk that nobody answered for is left at a band or above it",
    flags: {
      ...ANSWERS,
      ...CONTEXT,
      "fail-on": { type: "string", value: "BAND", help: "low, medium, high or critical, of the residual risk (default high)" },
      json: { type: "boolean", help: "those findings as a JSON array" },
      date: DATE,
      ...COMMON,
    },
  },
  diff: {
    usage: "strideml diff A B [flags]",
    summary: "says what became of a threat model: two system files or saved models (JSON), or one of each",
    flags: { json: { type: "boolean", help: "as JSON" }, date: DATE, ...COMMON },
  },
  answer: {
    usage: "strideml answer QUESTIONNAIRE FILE [flags]",
    summary: "asks the questions of a questionnaire and writes the answers into a system file",
    flags: {
      answer: { type: "string", multiple: true, value: "QUESTION=VALUE", help: "an answer, instead of asking; may repeat; several values with commas, none for an empty list" },
      ...COMMON,
    },
  },
  decide: {
    usage: "strideml decide CHECKLIST.md FILE [flags]",
    summary: "writes the ticks of a filled-in checklist into a system file as decisions",
    flags: { date: DATE, ...COMMON },
  },
  obligations: {
    usage: "strideml obligations [FILE|-] [flags]",
    summary: "says what a law makes of the system, what binds it on a day, and what comes next",
    flags: {
      ...ANSWERS,
      ...CONTEXT,
      on: { type: "string", value: "YYYY-MM-DD", help: "the day (default: --date, SOURCE_DATE_EPOCH, else today)" },
      role: { type: "string", value: "ROLE", help: "only what binds this role, such as provider or deployer" },
      questionnaire: { type: "string", value: "ID", help: "whose rules, where several have some (see strideml list questionnaires)" },
      answer: { type: "string", multiple: true, value: "QUESTION=VALUE", help: "an answer to the questionnaire; may repeat; several values with commas, none for an empty list" },
      json: { type: "boolean", help: "outcomes and obligations as JSON" },
      date: DATE,
      ...COMMON,
    },
  },
  list: {
    usage: "strideml list threats|mitigations|frameworks|questionnaires|templates|formats|questions [flags]",
    summary: "lists what is known",
    flags: { json: { type: "boolean", help: "as a JSON array" }, ...COMMON },
  },
  batch: {
    usage: "strideml batch - [flags]",
    summary: "reads systems as JSON lines, writes threat models as JSON lines, in the same order",
    flags: { full: { type: "boolean", help: "with the texts of threats and frameworks, as generate writes them" }, date: DATE, ...COMMON },
  },
  plugin: {
    usage: "strideml plugin list|doctor|lock|new [flags]",
    summary: "plugins: what is loaded, whether it is sound, what is pinned; plugin new KIND NAME starts one",
    flags: { json: { type: "boolean", help: "as JSON" }, output: { type: "string", short: "o", value: "DIR", help: "folder of the new plugin" }, ...COMMON },
  },
};
