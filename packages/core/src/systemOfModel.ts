import type { Answer, FindingDecision, Knowledge, MitigationDecision, ThreatModel } from "@strideml/plugin-kit";
import { buildArchitecture } from "./buildArchitecture.js";
import { canonicalJson } from "./canonicalJson.js";
import { parseSystem } from "./parseSystem.js";

/** A system file as plain data, without what has a default. */
export interface PlainSystem {
  schemaVersion: 1;
  system: ThreatModel["system"];
  profile: Record<string, Answer>;
  context: Record<string, unknown>;
  architecture?: ThreatModel["architecture"];
  questionnaires?: Record<string, Record<string, Answer>>;
  decisions: { mitigations: MitigationDecision[]; findings: FindingDecision[] };
}

/** Without a prototype, so that no name, `__proto__` neither, reaches anything but the mapping itself. */
const mapping = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

const nest = (into: Record<string, unknown>, [first = "", ...rest]: string[], value: unknown): void => {
  if (rest.length === 0) into[first] = value;
  else nest((into[first] ??= mapping()) as Record<string, unknown>, rest, value);
};

/** Answers by dotted name as nested mappings: `{"training.mode": x}` -> `{training: {mode: x}}`. */
export const nested = (answers: Record<string, unknown>): Record<string, unknown> => {
  const result = mapping();
  for (const [name, value] of Object.entries(answers)) nest(result, name.split("."), value);
  return result;
};

/** The architecture is kept only where it is not the one that the answers imply. */
const isImplied = (model: ThreatModel, plain: PlainSystem, knowledge: Knowledge): boolean => {
  const parsed = parseSystem(plain, knowledge);
  return parsed.ok && canonicalJson(buildArchitecture(parsed.value, knowledge)) === canonicalJson(model.architecture);
};

/**
 * The system that a threat model was made of: what was given, and not what was assumed.
 * Decisions that named nothing in the model are not in it, and so not in the result.
 */
export const systemOfModel = (model: ThreatModel, knowledge: Knowledge): PlainSystem => {
  const given = Object.entries(model.context).filter(([name]) => !Object.hasOwn(model.assumptions, name));
  const plain: PlainSystem = {
    schemaVersion: 1,
    system: model.system,
    profile: model.profile,
    context: nested(Object.fromEntries(given)),
    ...questionnairesOf(model),
    decisions: {
      mitigations: model.mitigations.flatMap(({ decision }) => (decision ? [decision] : [])),
      findings: model.threats.flatMap(({ decision }) => (decision ? [withoutNote(decision)] : [])),
    },
  };
  return isImplied(model, plain, knowledge) ? plain : { ...plain, architecture: model.architecture };
};

const questionnairesOf = ({ assessments }: ThreatModel): Pick<PlainSystem, "questionnaires"> => {
  const answered = assessments.filter(({ answers }) => Object.keys(answers).length > 0);
  return answered.length === 0 ? {} : { questionnaires: Object.fromEntries(answered.map(({ questionnaire, answers }) => [questionnaire, answers])) };
};

const withoutNote = (decision: FindingDecision & { note?: string }): FindingDecision => {
  const plain = { ...decision };
  delete plain.note;
  return plain;
};
