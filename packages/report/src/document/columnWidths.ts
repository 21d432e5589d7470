/** How a table's letters are set, in points. */
export interface TableType {
  /** Width of the whole table. */
  total: number;
  /** Mean width of a character. */
  character: number;
  /** Space left and right of a cell's text, together. */
  padding: number;
}

/** Longer words are broken, or else one of them would take the whole table. */
const LONGEST_WORD = 18;
/** A cell of that many characters or more asks for no further width: it wraps. */
const LONGEST_LINE = 90;

const longestWord = (text: string): number => Math.max(0, ...text.split(/(?<=[-/])|\s/).map((word) => word.length));

/** Least and wished widths of one column. A column of long texts wishes for what most of its cells need. */
const needs = (cells: readonly string[], { character, padding }: TableType) => {
  let [word, line, all] = [1, 1, 0];
  for (const cell of cells) {
    word = Math.max(word, longestWord(cell.slice(0, 2000)));
    line = Math.max(line, cell.length);
    all += cell.length;
  }
  const mean = all / Math.max(1, cells.length);
  const least = Math.min(word, LONGEST_WORD) * character + padding;
  const wished = Math.min(line, Math.max(mean * 1.5, 12), LONGEST_LINE) * character + padding;
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
  const count = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, index) =>
    needs(
      rows.map((row) => row[index] ?? ""),
      type,
    ),
  );
  const least = columns.map((column) => column.least);
  const rest = type.total - least.reduce((a, b) => a + b, 0);
  if (rest <= 0) return share(type.total, least);
  const more = share(
    rest,
    columns.map((column) => column.wished - column.least),
  );
  return least.map((width, index) => width + more[index]!);
};
