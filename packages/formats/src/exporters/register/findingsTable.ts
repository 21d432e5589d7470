import { type ExportJob, type Finding, type Framework, PROGRESS_WORDS, SEVERITY_WORDS, STATUS_WORDS, STRIDE_TITLES } from "@strideml/plugin-kit";
import { type Lookup, lookUp } from "../lookUp.js";
import { referenceLine } from "../text/referenceLine.js";
import { type Column, type Table, tableOf } from "./Table.js";

const rating: Column<Finding>[] = [
  { header: "Severity", width: 10, of: ({ severity }) => SEVERITY_WORDS[severity] },
  { header: "Score", width: 7, of: ({ score }) => score },
  { header: "Likelihood", width: 10, of: ({ likelihood }) => likelihood },
  { header: "Impact", width: 8, of: ({ impact }) => impact },
  { header: "Residual severity", width: 10, of: ({ residual }) => SEVERITY_WORDS[residual.severity] },
  { header: "Residual score", width: 9, of: ({ residual }) => residual.score },
  { header: "Residual likelihood", width: 10, of: ({ residual }) => residual.likelihood },
  { header: "Residual impact", width: 9, of: ({ residual }) => residual.impact },
];

const decided: Column<Finding>[] = [
  { header: "Status", width: 14, of: ({ status }) => STATUS_WORDS[status] },
  { header: "Decided by", width: 20, of: ({ decision }) => decision?.owner },
  { header: "Reason", width: 30, of: ({ decision }) => [decision?.reason, decision?.note].filter(Boolean).join("\n") || undefined },
  { header: "Holds until", width: 12, of: ({ decision }) => decision?.expires },
];

const described = ({ planned }: Lookup): Column<Finding>[] => [
  { header: "Description", width: 60, of: ({ description }) => description },
  { header: "Prerequisites", width: 40, of: ({ prerequisites }) => prerequisites },
  { header: "When to dismiss", width: 40, of: ({ falsePositives }) => falsePositives },
  {
    header: "Mitigations",
    width: 50,
    of: ({ mitigations }) => mitigations.map((id) => (planned.has(id) ? `${planned.get(id)!.title} (${PROGRESS_WORDS[planned.get(id)!.status]})` : id)).join("\n"),
  },
];

/** One column for each framework of the model, with the requirements that a finding touches. */
const frameworkColumn = ({ id, title, shortTitle }: Framework): Column<Finding> => ({
  header: shortTitle ?? title,
  width: 24,
  of: ({ annotations }) =>
    annotations
      .filter(({ framework }) => framework === id)
      .map(({ requirement }) => requirement)
      .join(", ") || undefined,
});

/** The findings, highest score first, with one column for each framework that the model covers. */
export const findingsTable = (job: ExportJob): Table => {
  const names = lookUp(job);
  const frameworks = job.model.frameworks.flatMap(({ id }) => names.frameworks.get(id) ?? []);
  const columns: Column<Finding>[] = [
    // Not "ID": a text file that begins with these two letters is taken for another format by Excel.
    { header: "Finding", width: 36, of: ({ id }) => id },
    { header: "Title", width: 40, of: ({ title }) => title },
    { header: "Component", width: 24, of: ({ component }) => names.componentTitle(component) },
    { header: "STRIDE", width: 22, of: ({ stride }) => STRIDE_TITLES[stride] },
    { header: "Also STRIDE", width: 22, of: ({ alsoStride }) => alsoStride.map((stride) => STRIDE_TITLES[stride]).join(", ") || undefined },
    { header: "Stage", width: 12, of: ({ stage }) => stage },
    ...rating,
    ...decided,
    ...described(names),
    ...frameworks.map(frameworkColumn),
    { header: "References", width: 60, of: ({ references }) => references.map(referenceLine).join("\n") },
  ];
  return tableOf("Findings", columns, job.model.threats);
};
