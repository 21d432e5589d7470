import type { PlainSystem } from "@strideml/core";
import type { Framework, ImportedAnswer, ImportLoss, Mitigation, PlacedProblem, Question, Questionnaire, Result, ThreatModel } from "@strideml/plugin-kit";
import type { Format } from "@strideml/report";
import type { Delta } from "./delta.js";

/** A template as the page lists it. */
export interface ListedTemplate {
  id: string;
  title: string;
  description: string;
  /** Whether somebody else wrote it: it is made within bounds. */
  foreign: boolean;
}

/** A format as the page lists it. */
export type ListedFormat = Pick<Format, "id" | "title" | "extension" | "mediaType" | "usesTemplate">;

/** An example system as the page lists it. */
export interface ListedExample {
  id: string;
  name: string;
  description: string;
  profile: Record<string, string>;
}

/** A data pack or a template as it was dropped: text files, by their paths within it. */
export interface PackSource {
  /** Of the folder or file. */
  name: string;
  files: { path: string; text: string }[];
}

/** A pack as the page lists it. One with problems is set aside. */
export interface ListedPack {
  /** Name of the folder or file that it came as. */
  source: string;
  name: string;
  version: string;
  /** SHA-256 of the content, as models and lock files have it. */
  digest: string;
  /** How many of what it adds. */
  brings: Record<string, number>;
  problems: PlacedProblem[];
}

/** What the page shows of the knowledge besides threat models: everything it lists comes from here. */
export interface Catalogue {
  questions: Question[];
  mitigations: Mitigation[];
  frameworks: Framework[];
  questionnaires: Questionnaire[];
  templates: ListedTemplate[];
  /** Of ours. */
  formats: ListedFormat[];
}

/** What a file turned out to be. */
export type Opened =
  | { kind: "system"; system: PlainSystem }
  | { kind: "pack"; source: PackSource }
  | { kind: "imported"; system: PlainSystem; title: string; answers: ImportedAnswer[]; losses: ImportLoss[] }
  | { kind: "model"; system: PlainSystem; saved: ThreatModel; differs: boolean };

/** One document to be made. */
export interface DocumentOrder {
  model: ThreatModel;
  template: string;
  format: string;
}

/** Lists of the catalogue, each asked for alone: all of them in one message would stop the page while it takes them in. */
type Listing = { [List in keyof Catalogue]: () => Catalogue[List] };

/** Everything the engine does, by name. It runs in a worker, so all arguments and results are plain data. */
export interface Engine extends Listing {
  examples: () => Promise<ListedExample[]>;
  openExample: (id: string) => Promise<PlainSystem>;
  /** The threat model of a system, or every problem with it. */
  generate: (system: PlainSystem, date: string | undefined) => Result<ThreatModel>;
  /** Reads a system file (YAML or JSON), a saved threat model, a data pack, a template, or a file of another tool. */
  open: (text: string, name: string) => Promise<Result<Opened>>;
  /** Puts data packs and templates of users in use, in place of those before. */
  usePacks: (sources: PackSource[]) => Promise<ListedPack[]>;
  /** Checks a system that did not come from a file, such as one from a link. */
  check: (value: unknown) => Result<PlainSystem>;
  /** The system file as YAML. */
  write: (system: PlainSystem) => Promise<string>;
  /** The data-flow diagram as SVG. */
  diagram: (model: Pick<ThreatModel, "architecture" | "threats">) => Promise<string>;
  /** Every format, those of other tools included: they are loaded when somebody looks for them. */
  allFormats: () => Promise<ListedFormat[]>;
  /** A document as a file. */
  make: (order: DocumentOrder) => Promise<{ name: string; mediaType: string; content: string | Uint8Array<ArrayBuffer> }>;
  /** A document for the page: sanitised HTML without a head. */
  preview: (order: Omit<DocumentOrder, "format">) => Promise<string>;
}

export interface Request {
  id: number;
  name: keyof Engine;
  args: unknown[];
}

/** An answer: what became of the last answer to a call of that name, or why there is none. */
export type Response = { id: number; name: keyof Engine; delta: Delta } | { id: number; failed: string };

export type { PlacedProblem };
