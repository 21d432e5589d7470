import type { Answer, ExportJob } from "@strideml/plugin-kit";
import { TM_LIBRARY_SCOPE } from "../scales.js";
import { systemText } from "../systemText.js";

const pick = <T>(table: Readonly<Record<string, T>> & { readonly other: T }, answer: Answer | undefined): T =>
  typeof answer === "string" && Object.hasOwn(table, answer) ? table[answer]! : table.other;

/** What kinds of data are at stake, in the words of the library; none for public data. */
export const sensitivityOf = ({ model }: Pick<ExportJob, "model">): readonly string[] => pick<readonly string[]>(TM_LIBRARY_SCOPE.sensitivity, model.profile["dataSensitivity"]);

/** The system, with criticality and tier by what happens when it is wrong. */
export const scopeOf = (job: ExportJob) => {
  const { system, profile, context } = job.model;
  return {
    title: system.name,
    description: systemText(job),
    business_criticality: pick<string>(TM_LIBRARY_SCOPE.criticality, context["consequence"]),
    data_sensitivity: sensitivityOf(job),
    exposure: pick<string>(TM_LIBRARY_SCOPE.exposure, profile["accessLevel"]),
    tier: pick<string>(TM_LIBRARY_SCOPE.tier, context["consequence"]),
  };
};
