import { lineWidth } from "./letterWidth.js";

/** How a table is set, in points. */
export interface TableType {
  /** Width of the whole table. */
  total: number;
  /** Size of the letters. */
  size: number;
  /** Space left and right of a cell's text, together. */
  padding: number;
}

/** A column counts only so much of each cell: enough to know its shape, little enough to be quick. */
const READ = 400;
/** Longer words are broken, or else one of them would take the whole table; as a multiple of the size. */
const LONGEST_WORD = 9;
/** A cell with a longer line than that asks for no further width: it wraps. */
const LONGEST_LINE = 45;
/** Headers and bands are set in bold letters, and the fonts of readers differ a little. */
const BOLD = 1.1;

const longestWord = (text: string): number => {
  let longest = 0;
  for (const word of text.split(/(?<=[-/])|\s/)) longest = Math.max(longest, lineWidth(word));
  return longest;
};

/** Least and wished widths of one column. A column of long texts wishes for what most of its cells need. */
const needs = (cells: readonly string[], { size, padding }: TableType) => {
  let [word, line, all] = [1, 1, 0];
  for (const cell of cells) {
    const text = cell.slice(0, READ);
    const width = lineWidth(text);
    word = Math.max(word, longestWord(text));
    line = Math.max(line, width);
    all += width;
  }
  const mean = all / Math.max(1, cells.length);
  const least = Math.min(word, LONGEST_WORD) * BOLD * size + padding;
  const wished = Math.min(line, Math.max(mean * 1.5, 6), LONGEST_LINE) * size + padding;
  return { least, wished: Math.max(least, wished) };
};

const share = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (sum === 0 ? total / weights.length : (total * weight) / sum));
};

/**
 * Widths of the columns of a table, in points; together they are `total`. No column is narrower than its longest word
 * where the table has room for that; the rest goes to the columns with the most text.
 */
export const columnWidths = (rows: readonly (readonly string[])[], type: TableType): number[] => {
  const count = Math.max(0, ...rows.slice(0, 1).map((row) => row.length));
  const column = (index: number) => rows.map((row) => row[index] ?? "");
  const columns = Array.from({ length: count }, (_, index) => needs(column(index), type));
  const [least, wished] = [columns.map((each) => each.least), columns.map((each) => each.wished)];
  if (wished.reduce((a, b) => a + b, 0) <= type.total) return share(type.total, wished);
  const rest = type.total - least.reduce((a, b) => a + b, 0);
  if (rest <= 0) return share(type.total, least);
  const more = share(
    rest,
    columns.map((each) => each.wished - each.least),
  );
  return least.map((width, index) => width + more[index]!);
};
