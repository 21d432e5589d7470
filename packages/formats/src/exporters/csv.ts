import { defineExporter } from "@strideml/plugin-kit";
import { findingsTable } from "./register/findingsTable.js";
import { writeCsv } from "./register/writeCsv.js";

/** Without it Excel reads UTF-8 as the local code page; every other reader of note skips it. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The findings as a table for spreadsheets. Source: RFC 4180; OWASP, CSV Injection. */
export const csv = defineExporter({
  id: "csv",
  title: "Risk register as CSV",
  extension: "csv",
  mediaType: "text/csv",
  deterministic: true,
  export: (job) => {
    const { columns, rows } = findingsTable(job);
    return `${BYTE_ORDER_MARK}${writeCsv([columns.map(({ header }) => header), ...rows])}`;
  },
});
