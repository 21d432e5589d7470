import { generateThreatModel, parseSystem } from "@strideml/core";
import type { Knowledge, ThreatModel } from "@strideml/plugin-kit";
import { makeSurroundings } from "./makeSurroundings.js";

const PROFILES = [
  ["Support assistant", "rag", "saas", "personal", "public"],
  ["Credit scorer", "tabular", "batch", "financial", "internal"],
  ["Gate camera", "computer-vision", "edge", "biometric", "public"],
  ["Open weights", "llm", "downloadable", "public", "white-box"],
] as const;

/** The threat model of a system file, with a date, so that nothing depends on the day. */
export const modelOf = (file: unknown, knowledge: Knowledge): ThreatModel => {
  const parsed = parseSystem(file, knowledge);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  return generateThreatModel(parsed.value, knowledge, makeSurroundings());
};

/** Systems of four kinds, as files. */
export const SAMPLES: readonly object[] = PROFILES.map(([name, modelType, deployment, dataSensitivity, accessLevel]) => ({
  schemaVersion: 1,
  system: { name },
  profile: { modelType, deployment, dataSensitivity, accessLevel },
}));

/** Every combination of the four answers. */
export const everyProfile = ({ questions }: Knowledge): Record<string, string>[] =>
  questions
    .filter(({ id }) => id.startsWith("profile."))
    .reduce<Record<string, string>[]>(
      (made, { id, choices }) => made.flatMap((profile) => choices.map((choice) => ({ ...profile, [id.slice("profile.".length)]: choice.id }))),
      [{}],
    );

/** What people write into names: markup, a formula, controls, a change of direction, half a character, and length. */
export const HOSTILE = `=HYPERLINK("https://x.example")<script>alert('1')</script>&amp;\u0000\u0007\u202E\uD83D\r\n\t]]>--|{{x}}${"wide ".repeat(2000)}`;

/** A model whose every text from a user is hostile, with decisions on its first finding and mitigation. */
export const hostile = (model: ThreatModel): ThreatModel => {
  const { architecture } = model;
  const [finding, ...findings] = model.threats;
  const [mitigation, ...mitigations] = model.mitigations;
  return {
    ...model,
    system: { name: HOSTILE, description: HOSTILE, owner: HOSTILE, version: HOSTILE },
    architecture: {
      components: architecture.components.map((component) => ({ ...component, title: HOSTILE, description: HOSTILE })),
      flows: architecture.flows.map((flow) => ({ ...flow, data: HOSTILE })),
      boundaries: architecture.boundaries.map((boundary) => ({ ...boundary, title: HOSTILE })),
    },
    threats: finding ? [{ ...finding, status: "accepted", decision: { id: finding.id, status: "accepted", owner: HOSTILE, reason: HOSTILE } }, ...findings] : [],
    mitigations: mitigation ? [{ ...mitigation, status: "planned", decision: { id: mitigation.id, status: "planned", owner: HOSTILE, reason: HOSTILE } }, ...mitigations] : [],
  };
};

/** A model without a finding: a system whose every threat was taken out. */
export const empty = (model: ThreatModel): ThreatModel => ({ ...model, threats: [], mitigations: [], frameworks: [], assessments: [], unplaced: [] });
