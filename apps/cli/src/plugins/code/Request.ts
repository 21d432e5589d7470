import type { Exporter, ExportJob, Importer, Problem } from "@strideml/plugin-kit";

/** A plugin that is code: the module that it is the default export of, or its place in a configuration that is code. */
export type CodeSource = { file: string } | { config: string; index: number };

/** What is asked of the worker in which code of users runs; tests ask the same again with the clock set ahead by some days. */
export type Request =
  | { do: "config"; file: string }
  | { do: "plugin"; source: CodeSource; daysLater?: number }
  | { do: "export"; source: CodeSource; id: string; job: ExportJob; daysLater?: number }
  | { do: "recognise" | "import"; source: CodeSource; id: string; text: string; name: string };

/** All of an exporter but what it does. */
export type ExporterHead = Omit<Exporter, "export">;

/** All of an importer but what it does. */
export type ImporterHead = Pick<Importer, "id" | "title" | "extensions">;

/** A code plugin as it is told to the process that does not run it. */
export interface Described {
  /** Its data as JSON: nothing but data is left of it. */
  data: string;
  exporters: ExporterHead[];
  importers: ImporterHead[];
  /** The text of its functions, for its digest. */
  functions: string;
}

/** One entry of a configuration that is code: a name, or an imported plugin. */
export type Entry = string | { described: Described } | { problems: Problem[] };

/** What a configuration that is code says. */
export interface CodeConfig {
  entries: Entry[];
  codeSeconds?: number;
}

/** Code that threw, in words, with the place in a file of the user where it did. */
export interface Failure {
  code: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
  expected?: string;
  hint?: string;
  path?: Problem["path"];
}

export type Reply = { value: unknown } | { problems: Problem[] } | { failure: Failure };
