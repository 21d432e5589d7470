import type { Knowledge } from "./knowledge.js";
import type { ThreatModel } from "./threat-model.js";

/** What an exporter may look at. It gets no clock, no file and no network. */
export interface ExportJob {
  model: ThreatModel;
  /** Texts of threats, mitigations and frameworks that the model names by id. */
  knowledge: Knowledge;
  /** An earlier model of the same system, for formats that say what is new since then. */
  baseline?: ThreatModel;
}

/** A model that a format cannot hold, such as an empty one where it demands an entry. Users are told the message as their problem, not as a fault of the exporter. */
export class CannotExport extends Error {
  /** @param hint what to do about it, or which format to take instead */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    // Known by its name: bundles have a class of their own each.
    this.name = "CannotExport";
  }
}

/** A way for a threat model to leave as a file that another tool opens. */
export interface Exporter {
  /** Name on the command line, such as `threat-dragon`. */
  id: string;
  title: string;
  /** Without the leading dot, such as `sarif` or `tc.json`. */
  extension: string;
  mediaType: string;
  /** Whether the same job always gives the same bytes. */
  deterministic: boolean;
  /**
   * The content of the file. Text is written as UTF-8.
   * @throws CannotExport where the format has no way to say this model
   */
  export: (job: ExportJob) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** Names an exporter and has its shape checked by the compiler. */
export const defineExporter = (exporter: Exporter): Exporter => exporter;
