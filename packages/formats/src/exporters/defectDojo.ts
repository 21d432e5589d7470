import { defineExporter, type ExportJob, type Finding, type FindingStatus, PROGRESS_WORDS, STRIDE_TITLES } from "@strideml/plugin-kit";
import { SEVERITY_WORDS_OF } from "../scales.js";
import { factorLines } from "./factorLines.js";
import { type Lookup, lookUp } from "./lookUp.js";
import { clip } from "./text/clip.js";
import { referenceLine } from "./text/referenceLine.js";
import { safeLine, safeText } from "./text/safeText.js";
import { shortId } from "./text/shortId.js";

interface Flags {
  active: boolean;
  risk_accepted: boolean;
  false_p: boolean;
  is_mitigated: boolean;
}

const closed: Flags = { active: false, risk_accepted: false, false_p: false, is_mitigated: false };

/** A transferred risk is accepted by whoever decided so; an avoided one is gone. The tag `status:…` keeps the difference. */
const FLAGS: Record<FindingStatus, Flags> = {
  open: { ...closed, active: true },
  "partly-mitigated": { ...closed, active: true },
  mitigated: { ...closed, is_mitigated: true },
  accepted: { ...closed, risk_accepted: true },
  transferred: { ...closed, risk_accepted: true },
  avoided: { ...closed, is_mitigated: true },
  "false-positive": { ...closed, false_p: true },
};

/** Tags take no blanks, commas or quotes. */
const tag = (text: string): string => clip(safeLine(text).replace(/[\s,'"]+/g, "-"), 200);

const tagsOf = (finding: Finding): string[] => [
  ...new Set([
    ...[finding.stride, ...finding.alsoStride].map((stride) => tag(`stride:${stride}`)),
    tag(`stage:${finding.stage}`),
    tag(`status:${finding.status}`),
    ...finding.annotations.map(({ framework, requirement }) => tag(`${framework}:${requirement}`)),
  ]),
];

const descriptionOf = (finding: Finding, names: Lookup): string =>
  [
    finding.description,
    `Component: ${safeLine(names.componentTitle(finding.component))}`,
    `Category: ${[finding.stride, ...finding.alsoStride].map((stride) => STRIDE_TITLES[stride]).join(", ")}`,
    `Prerequisites: ${finding.prerequisites}`,
    `When to dismiss it: ${finding.falsePositives}`,
    ...(finding.decision
      ? [
          `Decision: ${finding.decision.status}, ${finding.decision.owner ?? "no owner"}. ${finding.decision.reason ?? ""}${finding.decision.expires ? ` Until ${finding.decision.expires}.` : ""}`,
        ]
      : []),
  ]
    .map((part) => safeText(part))
    .join("\n\n");

const mitigationOf = (finding: Finding, { planned, mitigations }: Lookup): string =>
  finding.mitigations
    .flatMap((id) => {
      const mine = planned.get(id);
      return mine ? [safeText(`${mine.title} (${PROGRESS_WORDS[mine.status]}, ${mine.owner}): ${mitigations.get(id)?.do ?? ""}`)] : [];
    })
    .join("\n\n");

const entryOf = (finding: Finding, names: Lookup, date: string | undefined) => ({
  title: clip(safeLine(`${finding.title} (${names.componentTitle(finding.component)})`), 500),
  severity: SEVERITY_WORDS_OF.defectDojo[finding.severity],
  description: descriptionOf(finding, names),
  mitigation: mitigationOf(finding, names),
  impact: safeText([`Impact ${finding.impact} of 5`, ...factorLines(finding.factors, "impact")].join("\n")),
  severity_justification: safeText(
    [`Score ${finding.score} of 10, residual ${finding.residual.score}. Likelihood ${finding.likelihood} of 5`, ...factorLines(finding.factors, "likelihood")].join("\n"),
  ),
  references: finding.references.map(referenceLine).join("\n"),
  ...FLAGS[finding.status],
  verified: false,
  static_finding: true,
  dynamic_finding: false,
  tags: tagsOf(finding),
  unique_id_from_tool: shortId(finding.id, 500),
  vuln_id_from_tool: shortId(finding.threat, 500),
  component_name: clip(safeLine(names.componentTitle(finding.component)), 500),
  ...(date !== undefined && { date }),
});

/**
 * Findings for DefectDojo's "Generic Findings Import" in JSON. The importer refuses unknown keys, so only known ones are written;
 * the finding's own id makes importing again an update. A date is written only where the model was made with one.
 * Source: DefectDojo documentation, Generic Findings Import, and the keys that its JSON parser allows (2026).
 */
export const defectDojo = defineExporter({
  id: "defectdojo",
  title: "DefectDojo, Generic Findings Import",
  extension: "defectdojo.json",
  mediaType: "application/json",
  deterministic: true,
  export: (job: ExportJob) => {
    const { model } = job;
    const names = lookUp(job);
    const findings = model.threats.map((finding) => entryOf(finding, names, model.provenance.date));
    return `${JSON.stringify({ name: clip(safeLine(`Threat model: ${model.system.name}`), 200), type: "StrideML", findings }, null, 2)}\n`;
  },
});
