import type { PlainSystem } from "@strideml/core";
import type { Framework, Mitigation, PlacedProblem, Question, Questionnaire, Result, ThreatModel } from "@strideml/plugin-kit";
import type { Format } from "@strideml/report";
import type { Delta } from "./delta.js";

/** A template as the page lists it. */
export interface ListedTemplate {
  id: string;
  title: string;
  description: string;
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

/** What the page shows of the knowledge besides threat models: everything it lists comes from here. */
export interface Catalogue {
  questions: Question[];
  mitigations: Mitigation[];
  frameworks: Framework[];
  questionnaires: Questionnaire[];
  templates: ListedTemplate[];
  formats: ListedFormat[];
}

/** What a file turned out to be. */
export type Opened = { kind: "system"; system: PlainSystem } | { kind: "model"; system: PlainSystem; saved: ThreatModel; differs: boolean };

/** One document to be made. */
export interface DocumentOrder {
  model: ThreatModel;
  template: string;
  format: string;
}

/** Everything the engine does, by name. It runs in a worker, so all arguments and results are plain data. */
export interface Engine {
  catalogue: () => Catalogue;
  examples: () => Promise<ListedExample[]>;
  openExample: (id: string) => Promise<PlainSystem>;
  /** The threat model of a system, or every problem with it. */
  generate: (system: PlainSystem, date: string | undefined) => Result<ThreatModel>;
  /** Reads a system file (YAML or JSON) or a saved threat model. */
  open: (text: string, name: string) => Promise<Result<Opened>>;
  /** Checks a system that did not come from a file, such as one from a link. */
  check: (value: unknown) => Result<PlainSystem>;
  /** The system file as YAML. */
  write: (system: PlainSystem) => Promise<string>;
  /** The data-flow diagram as SVG. */
  diagram: (model: Pick<ThreatModel, "architecture" | "threats">) => Promise<string>;
  /** Every format, those of other tools included: they are loaded when somebody looks for them. */
  formats: () => Promise<ListedFormat[]>;
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
