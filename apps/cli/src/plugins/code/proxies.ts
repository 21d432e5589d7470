import { type Exporter, failure, type Importer, type PlacedProblem, type Result, type Imported } from "@strideml/plugin-kit";
import { isUserError, userError } from "../../UserError.js";
import type { CodeSource, ExporterHead, ImporterHead } from "./Request.js";
import { type Bounds, runCode, runCodeNow } from "./runCode.js";

/** Code of a user, and how it is bounded. */
export interface Code {
  source: CodeSource;
  bounds: Bounds;
  /** By how much the clock is set ahead, in tests. */
  daysLater?: number;
}

/** Bytes or characters that an exporter may give. */
const LONGEST = 200_000_000;

/** Exporters that run where they can be ended. */
export const exportersOf = (heads: readonly ExporterHead[], { source, bounds, daysLater }: Code): Exporter[] =>
  heads.map((head) => ({
    ...head,
    export: async (job) => {
      const content = (await runCode({ do: "export", source, id: head.id, job, ...(daysLater !== undefined && { daysLater }) }, { ...bounds, what: `exporter ${head.id}` })) as
        string | Uint8Array;
      if (content.length > LONGEST) throw userError("exporter", `the exporter ${head.id} gives ${content.length} bytes`, { file: bounds.file, expected: `at most ${LONGEST}` });
      return content;
    },
  }));

const problemsOf = (error: unknown): PlacedProblem[] => {
  if (isUserError(error)) return error.problems;
  throw error;
};

const isResult = (value: unknown): value is Result<Imported> =>
  value !== null && typeof value === "object" && ("value" in value ? (value as { ok?: unknown }).ok === true : Array.isArray((value as { problems?: unknown }).problems));

/** Importers that run where they can be ended. */
export const importersOf = (heads: readonly ImporterHead[], { source, bounds }: Code): Importer[] =>
  heads.map((head) => ({
    ...head,
    recognises: (text, name) => {
      try {
        return runCodeNow({ do: "recognise", source, id: head.id, text, name }, { ...bounds, what: `importer ${head.id}` }) === true;
      } catch (error) {
        problemsOf(error);
        return false;
      }
    },
    import: (text, name) => {
      try {
        const result = runCodeNow({ do: "import", source, id: head.id, text, name }, { ...bounds, what: `importer ${head.id}` });
        if (isResult(result)) return result;
        return failure([{ code: "importer", message: `the importer ${head.id} gave something else than a result`, path: [], file: bounds.file }]);
      } catch (error) {
        return failure(problemsOf(error));
      }
    },
  }));
