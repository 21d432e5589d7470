import Papa from "papaparse";
import { safeText } from "../text/safeText.js";
import type { Cell } from "./Table.js";

/**
 * How a cell begins that a spreadsheet would run: `=`, `+`, `-`, `@`, also in full width, behind blanks, and control characters.
 * Not the library's own rule, which misses texts of several lines. Source: OWASP, CSV Injection.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Where a spreadsheet takes semicolons for separators, a cell may begin behind one. */
const AFTER_SEMICOLON = /;(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

const guarded = (cell: Cell): string | number => (typeof cell === "string" ? safeText(cell).replace(AFTER_SEMICOLON, ";'") : (cell ?? ""));

/**
 * Rows as CSV with `\r\n` at the end of each line. Texts that a spreadsheet would take for a formula get an apostrophe in front;
 * numbers stay numbers. Source: RFC 4180; OWASP, CSV Injection.
 */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(guarded)),
    { newline: "\r\n", escapeFormulae: FORMULA },
  )}\r\n`;
