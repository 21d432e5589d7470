import { defineExporter } from "@strideml/plugin-kit";
import { coverageTable } from "./register/coverageTable.js";
import { findingsTable } from "./register/findingsTable.js";
import { frameworksTable } from "./register/frameworksTable.js";
import { mitigationsTable } from "./register/mitigationsTable.js";
import { systemTable } from "./register/systemTable.js";
import { writeXlsx } from "./register/writeXlsx.js";

/** The risk register as a workbook: findings, mitigations, links to frameworks, coverage of frameworks, system. Source: ECMA-376. */
export const xlsx = defineExporter({
  id: "xlsx",
  title: "Risk register as an Excel workbook",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  deterministic: true,
  export: (job) => writeXlsx([findingsTable(job), mitigationsTable(job), frameworksTable(job), coverageTable(job), systemTable(job)]),
});
