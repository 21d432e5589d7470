import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import type { AlignType, Table as MarkdownTable, TableRow as MarkdownRow } from "mdast";
import { columnWidths } from "../document/columnWidths.js";
import { bandColor, PALETTE } from "../document/palette.js";
import { plainText } from "../document/plainText.js";
import { inlines } from "./inlines.js";
import { hex, TEXT_WIDTH } from "./styles.js";
import type { Writing } from "./Writing.js";

/** Twentieths of a point in a point. */
const TWIPS = 20;
/** As the style "Table" and the margins of cells have it. */
const TYPE = { total: TEXT_WIDTH / TWIPS, size: 8.5, padding: 10 };
/** A row of more text than half a page may be split, or else it could fit on no page. */
const LONGEST_ROW = 2000;

const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: hex(PALETTE.line) });
const BORDERS = { top: NONE, left: NONE, right: NONE, insideVertical: NONE, bottom: line(4), insideHorizontal: line(4) };

const rowOf = (row: MarkdownRow, align: readonly AlignType[], widths: readonly number[], header: boolean, writing: Writing): TableRow => {
  const children = widths.map((width, index) => {
    const cell = row.children[index];
    const text = cell ? plainText(cell) : "";
    const color = header ? PALETTE.quiet : bandColor(text);
    const look = { ...(header || color !== undefined ? { bold: true } : {}), ...(color === undefined ? {} : { color: hex(color) }) };
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      ...(header && { borders: { bottom: line(10) } }),
      children: [new Paragraph({ style: "Table", keepNext: header, alignment: ALIGNMENT[align[index] ?? "left"], children: cell ? inlines(cell.children, writing, look) : [] })],
    });
  });
  return new TableRow({ children, ...(header && { tableHeader: true }), ...(plainText(row).length < LONGEST_ROW && { cantSplit: true }) });
};

/** A table over the width of the text. Its header stands on every page; a header without words is left out. */
export const table = ({ align, children: rows }: MarkdownTable, writing: Writing): Table => {
  const texts = rows.map((row) => row.children.map(plainText));
  const widths = columnWidths(texts, TYPE).map((width) => Math.floor(width * TWIPS));
  const headless = texts[0]!.every((text) => text === "");
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: BORDERS,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    rows: rows.slice(headless ? 1 : 0).map((row, index) => rowOf(row, align ?? [], widths, !headless && index === 0, writing)),
  });
};
