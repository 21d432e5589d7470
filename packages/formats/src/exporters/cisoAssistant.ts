import { defineExporter, type ExportJob, type Finding, type FindingStatus, STRIDE_TITLES } from "@strideml/plugin-kit";
import { LEVEL_WORDS, levelOf } from "../scales.js";
import { type Lookup, lookUp } from "./lookUp.js";
import { type Column, tableOf } from "./register/Table.js";
import { stillToCome, targetRisk } from "./register/targetRisk.js";
import { writeXlsx } from "./register/writeXlsx.js";
import { clip } from "./text/clip.js";
import { safeLine, safeText } from "./text/safeText.js";
import { shortId } from "./text/shortId.js";

const TREATMENT: Record<FindingStatus, string> = {
  open: "open",
  "partly-mitigated": "mitigate",
  mitigated: "mitigate",
  accepted: "accept",
  transferred: "transfer",
  avoided: "avoid",
  "false-positive": "cancelled",
};

const probability = (value: number): string => LEVEL_WORDS.cisoAssistantLikelihood[levelOf(value) - 1]!;
const impact = (value: number): string => LEVEL_WORDS.cisoAssistantImpact[levelOf(value) - 1]!;

/** Controls are told apart by name, one a line. */
const controls = (titles: readonly string[]): string | undefined => titles.map((title) => clip(safeLine(title), 200)).join("\n") || undefined;

/** Names must differ within an assessment: the component is part of them, and where that is not enough, the id. */
const namesOf = (threats: readonly Finding[], { componentTitle }: Lookup): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    threats.map((finding) => {
      const plain = clip(safeLine(`${finding.title} (${componentTitle(finding.component)})`), 200);
      const name = taken.has(plain.toLowerCase()) ? `${clip(plain, 95)} ${shortId(finding.id, 100)}` : plain;
      taken.add(name.toLowerCase());
      return [finding.id, name];
    }),
  );
};

const descriptionOf = (finding: Finding): string =>
  safeText(
    [
      finding.description,
      `Category: ${STRIDE_TITLES[finding.stride]}`,
      `Prerequisites: ${finding.prerequisites}`,
      `Score: ${finding.score} of 10, residual ${finding.residual.score}`,
    ].join("\n\n"),
  );

const inPlace = (finding: Finding, { planned }: Lookup): string[] =>
  finding.mitigations.flatMap((id) => (planned.get(id)?.status === "in-place" || planned.get(id)?.status === "partly" ? [planned.get(id)!.title] : []));

/** Levels stay empty: the importer computes them from the matrix. */
const level = (header: string): Column<Finding> => ({ header, width: 12, of: () => undefined });

const columnsOf = (job: ExportJob, names: Lookup): Column<Finding>[] => {
  const unique = namesOf(job.model.threats, names);
  const existing = (finding: Finding) => controls(inPlace(finding, names));
  return [
    { header: "ref_id", width: 40, of: ({ id }) => shortId(id, 100) },
    { header: "name", width: 50, of: ({ id }) => unique.get(id) },
    { header: "description", width: 60, of: descriptionOf },
    { header: "inherent_proba", width: 14, of: (finding) => probability(finding.likelihood) },
    { header: "inherent_impact", width: 14, of: (finding) => impact(finding.impact) },
    level("inherent_level"),
    { header: "existing_controls", width: 40, of: existing },
    { header: "current_proba", width: 14, of: ({ residual }) => probability(residual.likelihood) },
    { header: "current_impact", width: 14, of: ({ residual }) => impact(residual.impact) },
    level("current_level"),
    { header: "additional_controls", width: 40, of: (finding) => controls(stillToCome(finding, names.planned).map(({ title }) => title)) },
    { header: "residual_proba", width: 14, of: (finding) => probability(targetRisk(finding, job).likelihood) },
    { header: "residual_impact", width: 14, of: (finding) => impact(targetRisk(finding, job).impact) },
    level("residual_level"),
    { header: "treatment", width: 12, of: ({ status }) => TREATMENT[status] },
    { header: "assets", width: 24, of: ({ component }) => clip(safeLine(names.componentTitle(component)), 200) },
    { header: "justification", width: 40, of: ({ decision }) => (decision ? safeText(`${decision.owner ?? ""}: ${decision.reason ?? ""}`) : undefined) },
    { header: "filtering_labels", width: 22, of: ({ stride }) => stride },
    // Some releases look for the controls in place under this name.
    { header: "existing_applied_controls", width: 40, of: existing },
  ];
};

/**
 * Findings for the risk assessment import of CISO Assistant, for its 5x5 matrix. Inherent is the risk without mitigations,
 * current with those in place, residual once all that are not turned down are in place. The finding's id makes importing again an update.
 * Source: CISO Assistant, data wizard, risk assessment (2026).
 */
export const cisoAssistant = defineExporter({
  id: "ciso-assistant",
  title: "CISO Assistant, risk assessment",
  extension: "ciso-assistant.xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  deterministic: true,
  export: (job) => writeXlsx([tableOf("Risk assessment", columnsOf(job, lookUp(job)), job.model.threats)]),
});
