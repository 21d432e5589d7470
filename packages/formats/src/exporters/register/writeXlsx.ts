import { unzipSync, zipSync } from "fflate";
import writeXlsxFile, { type Feature, type Sheet, type SheetData } from "write-excel-file/universal";
import { clip } from "../text/clip.js";
import { safeText } from "../text/safeText.js";
import type { Cell, Table } from "./Table.js";

/** Limits of Excel: characters and line feeds in a cell. Source: Microsoft, Excel specifications and limits. */
const LONGEST = 32_767;
const MOST_LINES = 250;

const fewLines = (text: string): string => {
  const lines = text.split("\n");
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), lines.slice(MOST_LINES).join(" ")].join("\n") : text;
};

/** The library drops replacement signs, so another mark stands for what must not hide; `_x0041_` would be read as a letter. */
const literal = (text: string): string => clip(fewLines(safeText(text, "\u25A1")).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"), LONGEST);

const HEADER = { type: String, fontWeight: "bold", backgroundColor: "#E4E8EE", wrap: true, alignVertical: "top" } as const;

/** Texts are cells of texts, whatever they begin with: no cell is ever a formula. */
const cellOf = (value: Cell): SheetData[number][number] => {
  if (value === undefined || value === "") return null;
  return typeof value === "number" ? { value, type: Number, alignVertical: "top" } : { value: literal(value), type: String, wrap: true, alignVertical: "top" };
};

const sheetOf = ({ name, columns, rows }: Table): Sheet<Blob> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map(({ width }) => ({ width })),
  data: [columns.map(({ header }) => ({ value: literal(header), ...HEADER })), ...rows.map((row) => row.map(cellOf))],
});

const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/**
 * Filters over each table, right behind its data, and only the first sheet selected: what is typed while several are selected
 * goes into all of them. Source: ECMA-376, part 1, sections 18.3.1.99 and 18.3.1.87.
 */
const finish = (tables: readonly Table[]): Feature<Blob> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) => {
          const { columns, rows } = tables[sheetIndex]!;
          const filtered = xml.replace("</sheetData>", () => `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows.length + 1}"/>`);
          return sheetIndex === 0 ? filtered : filtered.replace(' tabSelected="1"', "");
        },
      },
    },
  },
});

/** The first moment that a ZIP can name, by the local clock as ZIP has it, so that every machine writes the same. */
const EPOCH = new Date(1980, 0, 1);

const normalised = (zip: Uint8Array): Uint8Array => {
  const files = Object.entries(unzipSync(zip)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(files), { mtime: EPOCH, level: 6 });
};

/** Tables as a workbook: frozen headings, filters, wrapped text; the same tables give the same bytes. */
export const writeXlsx = async (tables: readonly Table[]): Promise<Uint8Array> => {
  const blob = await writeXlsxFile(tables.map(sheetOf), { features: [finish(tables)] }).toBlob();
  return normalised(new Uint8Array(await blob.arrayBuffer()));
};
