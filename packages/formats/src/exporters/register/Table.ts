/** One value in a register. Absent values leave their cell empty. */
export type Cell = string | number | undefined;

/** A heading, a width in characters, and what it says of each entry. */
export interface Column<Entry> {
  header: string;
  width: number;
  of: (entry: Entry) => Cell;
}

/** A named sheet of equal rows. */
export interface Table {
  /** At most 31 characters, as spreadsheets demand. */
  name: string;
  columns: { header: string; width: number }[];
  rows: Cell[][];
}

/** Fills a table: one row for each entry. */
export const tableOf = <Entry>(name: string, columns: readonly Column<Entry>[], entries: readonly Entry[]): Table => ({
  name,
  columns: columns.map(({ header, width }) => ({ header, width })),
  rows: entries.map((entry) => columns.map((column) => column.of(entry))),
});
