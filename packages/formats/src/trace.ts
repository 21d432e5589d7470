import type { Finding, PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";

/** Flat text by name: the shape that every consumer's room for custom data has in common. */
export type Trace = Record<string, string>;

/** Compact JSON without the characters that consumers take for markup; it parses to the decision as it stands in the system file. */
const json = (decision: object): string =>
  // The note is the engine's own and would be refused in a system file.
  JSON.stringify(decision, (key, value: unknown) => (key === "note" ? undefined : value)).replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

/** What an import needs to bring status and decision of a finding back: its id, its status and the decision as JSON. */
export const traceOfFinding = ({ id, status, decision }: Finding): Trace => ({ finding: id, status, ...(decision && { decision: json(decision) }) });

/** What an import needs to bring status and decision of a mitigation back. */
export const traceOfMitigation = ({ id, status, decision }: PlannedMitigation): Trace => ({ mitigation: id, status, ...(decision && { decision: json(decision) }) });

/** From which engine, input and day a file comes. */
export const traceOfModel = ({ format, provenance }: ThreatModel): Trace => ({
  format,
  engine: provenance.engine,
  "input-digest": provenance.inputDigest,
  ...(provenance.date !== undefined && { date: provenance.date }),
});
