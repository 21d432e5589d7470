import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";

/** A cell as a spreadsheet would show it. */
export type Shown = string | number | undefined;

interface XmlCell {
  "@r": string;
  "@t"?: string;
  v?: string;
  f?: unknown;
}

/** A workbook as its reader sees it. */
export interface Workbook {
  files: Record<string, string>;
  sheets: Record<string, Shown[][]>;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => ["row", "c", "si", "sheet"].includes(name),
});

const columnOf = (address: string): number => Array.from(address.replace(/\d+$/, "")).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Excel reads `_x005F_` as an underscore, and so on. */
const decoded = (text: string): string => text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const textOf = (t: unknown): string => decoded(typeof t === "object" && t !== null ? String((t as Record<string, unknown>)["#text"] ?? "") : String(t ?? ""));

/** Reads a workbook back: files by name, and the sheets' cells by row and column. Throws where the XML is not well-formed or a cell is a formula. */
export const readWorkbook = (bytes: Uint8Array): Workbook => {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const xml = (name: string) => parser.parse(files[name]!, true) as unknown;
  const strings = (xml("xl/sharedStrings.xml") as { sst: { si?: { t: unknown }[] } }).sst.si ?? [];
  const names = (xml("xl/workbook.xml") as { workbook: { sheets: { sheet: { "@name": string }[] } } }).workbook.sheets.sheet.map((sheet) => sheet["@name"]);
  const show = (cell: XmlCell): Shown => {
    if (cell.f !== undefined) throw new Error(`a formula in ${cell["@r"]}`);
    return cell.v === undefined ? undefined : cell["@t"] === "s" ? textOf(strings[Number(cell.v)]!.t) : Number(cell.v);
  };
  const rowsOf = (index: number): Shown[][] => {
    const { worksheet } = xml(`xl/worksheets/sheet${index + 1}.xml`) as { worksheet: { sheetData: { row: { c?: XmlCell[] }[] } } };
    return worksheet.sheetData.row.map(({ c = [] }) => {
      const row: Shown[] = [];
      for (const cell of c) row[columnOf(cell["@r"])] = show(cell);
      return row;
    });
  };
  return { files, sheets: Object.fromEntries(names.map((name, index) => [name, rowsOf(index)])) };
};
