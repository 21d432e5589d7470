import type { Exporter, Importer, Knowledge } from "@strideml/plugin-kit";

/** What a command works with: the knowledge, and what code plugins add to it. */
export interface Setup {
  knowledge: Knowledge;
  exporters: Exporter[];
  importers: Importer[];
}
