import { type ExportJob, type Finding, type PlannedMitigation, PROGRESS_WORDS, SEVERITY_WORDS } from "@strideml/plugin-kit";
import { lookUp } from "../lookUp.js";
import { type Column, type Table, tableOf } from "./Table.js";

const plan: Column<PlannedMitigation>[] = [
  { header: "Mitigation", width: 36, of: ({ id }) => id },
  { header: "Title", width: 40, of: ({ title }) => title },
  { header: "Status", width: 14, of: ({ status }) => PROGRESS_WORDS[status] },
  { header: "Risk removed", width: 9, of: ({ riskRemoved }) => riskRemoved },
  { header: "Effort", width: 7, of: ({ effort }) => effort },
  { header: "Role", width: 20, of: ({ owner }) => owner },
  { header: "Owner", width: 20, of: ({ decision }) => decision?.owner },
  { header: "Due", width: 12, of: ({ decision }) => decision?.due },
  { header: "Reason", width: 30, of: ({ decision }) => decision?.reason },
  { header: "Evidence", width: 30, of: ({ decision }) => decision?.evidence },
  { header: "Kind", width: 10, of: ({ kind }) => kind },
  { header: "Stage", width: 12, of: ({ stage }) => stage },
];

const requirements = ({ annotations }: PlannedMitigation): string | undefined =>
  annotations.map(({ framework, requirement, relation }) => `${framework}: ${requirement} (${relation})`).join("\n") || undefined;

/** The backlog in the model's order: most risk removed per effort first. */
export const mitigationsTable = (job: ExportJob): Table => {
  const { mitigations } = lookUp(job);
  const findings = new Map(job.model.threats.map((finding): [string, Finding] => [finding.id, finding]));
  const text = ({ id }: PlannedMitigation) => mitigations.get(id);
  const columns: Column<PlannedMitigation>[] = [
    ...plan,
    { header: "Highest finding", width: 10, of: (each) => each.findings.flatMap((id) => findings.get(id) ?? []).map(({ severity }) => SEVERITY_WORDS[severity])[0] },
    { header: "Number of findings", width: 10, of: (each) => each.findings.length },
    { header: "What to do", width: 60, of: (each) => text(each)?.do },
    {
      header: "Acceptance criteria",
      width: 60,
      of: (each) =>
        text(each)
          ?.acceptance.map((criterion) => `- ${criterion}`)
          .join("\n"),
    },
    { header: "Verified by", width: 14, of: (each) => text(each)?.verify.method },
    { header: "Tool", width: 30, of: (each) => text(each)?.verify.tool },
    { header: "Evidence to keep", width: 30, of: (each) => text(each)?.verify.evidence },
    { header: "Findings", width: 50, of: (each) => each.findings.join("\n") },
    { header: "Requirements", width: 50, of: requirements },
  ];
  return tableOf("Mitigations", columns, job.model.mitigations);
};
