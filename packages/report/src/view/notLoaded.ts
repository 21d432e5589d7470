import type { Framework, FrameworkCoverage, Knowledge, Mitigation, PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";

/* A saved model may have been made with plugins that are not loaded. What it holds is shown; what only they know is said to be missing. */

const MISSING = "Its plugin is not loaded.";

/** What is shown of a framework besides its coverage. */
export type FrameworkTexts = Pick<Framework, "title" | "publisher" | "licence" | "asOf" | "notes" | "requirements">;

/** What is shown of a mitigation besides its plan. */
export type MitigationTexts = Pick<Mitigation, "do" | "acceptance" | "verify" | "question">;

export const frameworkTexts = ({ title }: FrameworkCoverage): FrameworkTexts => ({
  title,
  publisher: MISSING,
  licence: MISSING,
  asOf: "on a day not known",
  notes: [],
  requirements: [],
});

export const mitigationTexts = ({ title }: PlannedMitigation): MitigationTexts => ({
  do: MISSING,
  acceptance: [],
  verify: { method: "inspection", tool: MISSING, evidence: MISSING },
  question: title,
});

const unknown = (what: string, ids: readonly string[], known: readonly { id: string }[]): string[] => {
  const strange = ids.filter((id) => !known.some((each) => each.id === id));
  return strange.length === 0 ? [] : [`${what} ${strange.join(", ")}`];
};

/** One notice that names what the loaded plugins do not know; none where they know everything. */
export const notLoaded = (model: ThreatModel, knowledge: Pick<Knowledge, "frameworks" | "mitigations" | "questionnaires" | "questions">): string[] => {
  const strange = [
    ...unknown(
      "the frameworks",
      model.frameworks.map(({ id }) => id),
      knowledge.frameworks,
    ),
    ...unknown(
      "the mitigations",
      model.mitigations.map(({ id }) => id),
      knowledge.mitigations,
    ),
    ...unknown(
      "the questionnaires",
      model.assessments.map(({ questionnaire }) => questionnaire),
      knowledge.questionnaires,
    ),
    ...unknown(
      "the answers",
      (["profile", "context"] as const).flatMap((root) => Object.keys(model[root]).map((name) => `${root}.${name}`)),
      knowledge.questions,
    ),
  ];
  return strange.length === 0 ? [] : [`Made with a plugin that is not loaded, so that texts are missing of ${strange.join("; ")}.`];
};
