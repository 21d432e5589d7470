import { manyLines } from "./exporters/common/safeText.js";
import type { Finding, PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";

/** Flat text by name: the shape that every consumer's room for custom data has in common. */
export type Trace = Record<string, string>;

/** Compact JSON without the characters that consumers take for markup; it parses to what stands in the system file. */
export const jsonTrace = (value: object): string =>
  // The note is the engine's own and would be refused in a system file.
  JSON.stringify(value, (key, inner: unknown) => (key === "note" ? undefined : typeof inner === "string" ? manyLines(inner) : inner)).replace(
    /[<>&]/g,
    (char) => `\\u00${char.charCodeAt(0).toString(16)}`,
  );

/** What an import needs to bring status and decision of a finding back: its id, its status and the decision as JSON. */
export const traceOfFinding = ({ id, status, decision }: Finding): Trace => ({ finding: id, status, ...(decision && { decision: jsonTrace(decision) }) });

/** What an import needs to bring status and decision of a mitigation back. */
export const traceOfMitigation = ({ id, status, decision }: PlannedMitigation): Trace => ({ mitigation: id, status, ...(decision && { decision: jsonTrace(decision) }) });

/** What somebody answered; what was assumed follows from it again. */
const givenAnswers = ({ profile, context, assumptions }: ThreatModel): object => ({
  ...Object.fromEntries(Object.entries(profile).map(([name, answer]) => [`profile.${name}`, answer])),
  ...Object.fromEntries(Object.entries(context).flatMap(([name, answer]) => (assumptions[name] ? [] : [[`context.${name}`, answer]]))),
});

/** From which system, answers, engine, input and day a file comes. */
export const traceOfModel = (model: ThreatModel): Trace => ({
  ...traceOfSystem(model),
  ...provenanceOf(model),
});

/** What an import needs to bring the system file back, beside the architecture. */
export const traceOfSystem = (model: ThreatModel): Trace => {
  const questionnaires = Object.fromEntries(model.assessments.flatMap(({ questionnaire, answers }) => (Object.keys(answers).length > 0 ? [[questionnaire, answers]] : [])));
  return {
    system: jsonTrace(model.system),
    answers: jsonTrace(givenAnswers(model)),
    ...(Object.keys(questionnaires).length > 0 && { questionnaires: jsonTrace(questionnaires) }),
  };
};

const provenanceOf = ({ format, provenance }: ThreatModel): Trace => ({
  format,
  engine: provenance.engine,
  "input-digest": provenance.inputDigest,
  ...(provenance.date !== undefined && { date: provenance.date }),
});
