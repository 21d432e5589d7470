import type { Table as MarkdownTable, TableRow } from "mdast";
import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces.js";
import { columnWidths } from "../document/columnWidths.js";
import { bandColor, PALETTE } from "../document/palette.js";
import { plainText } from "../document/plainText.js";
import { inlines } from "./inlines.js";
import { TABLE_SIZE, TEXT_WIDTH } from "./look.js";
import { paragraph } from "./paragraph.js";
import type { Setting } from "./Setting.js";
import { type Tag, tagIn } from "./Tag.js";

const PADDING = 4;
/** A row of more text than that may go on over the page, or else it could fit on no page. */
const LONGEST_ROW = 2000;

const LAYOUT: CustomTableLayout = {
  hLineWidth: (index, { table }) => (index === 0 ? 0 : index === table.headerRows ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => PALETTE.line,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

const rowOf = (row: TableRow, { align }: MarkdownTable, count: number, header: boolean, above: Tag, setting: Setting): TableCell[] => {
  const tag = tagIn(above, "TR");
  return Array.from({ length: count }, (_, index) => {
    const cell = row.children[index];
    const own = tagIn(tag, header ? "TH" : "TD");
    const color = header ? PALETTE.quiet : bandColor(cell ? plainText(cell) : "");
    const look = { tag: own, ...(header || color !== undefined ? { bold: true } : {}), ...(color !== undefined && { color }) };
    return paragraph(inlines(cell?.children ?? [], look, setting), { alignment: align?.[index] ?? "left" });
  });
};

/** A table over the width of the text. Its header stands on every page; a header without words is left out. */
export const table = (node: MarkdownTable, above: Tag, setting: Setting): Content => {
  const texts = node.children.map((row) => row.children.map(plainText));
  const widths = columnWidths(texts, { total: TEXT_WIDTH, size: TABLE_SIZE, padding: 2 * PADDING });
  const headless = texts[0]!.every((text) => text === "");
  const tag = tagIn(above, "Table");
  const rows = node.children.slice(headless ? 1 : 0);
  const body = rows.map((row, index) => rowOf(row, node, widths.length, !headless && index === 0, tag, setting));
  const short = texts.every((row) => row.join("").length < LONGEST_ROW);
  return {
    table: {
      body,
      widths: widths.map((width) => width - 2 * PADDING),
      headerRows: headless ? 0 : 1,
      dontBreakRows: short,
      ...(short && !headless && body.length > 1 && { keepWithHeaderRows: 1 }),
    },
    layout: LAYOUT,
    fontSize: TABLE_SIZE,
    lineHeight: 1.15,
    margin: [0, 4, 0, 10],
  };
};
