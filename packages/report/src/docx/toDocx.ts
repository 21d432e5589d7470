import type { ThreatModel } from "@strideml/plugin-kit";
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import { documentOf, type SourceDocument } from "../document/documentOf.js";
import { PALETTE } from "../document/palette.js";
import { shorten } from "../document/shorten.js";
import { blocks } from "./blocks.js";
import { normalise } from "./normalise.js";
import { hex, listLevels, PAGE, STYLES, TEXT_WIDTH } from "./styles.js";
import { createWriting } from "./Writing.js";

const LONGEST_TITLE = 80;

const footer = (title: string): Footer => {
  const look = { size: 16, color: hex(PALETTE.quiet) };
  const pages = ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [new TextRun({ ...look, text: shorten(title, LONGEST_TITLE) }), new TextRun({ ...look, children: pages })],
      }),
    ],
  });
};

const documentFor = ({ title, blocks: source, anchors }: SourceDocument, model: ThreatModel): Document => {
  const writing = createWriting(model, anchors);
  const children = blocks(source, writing);
  const config = [{ reference: "bullets", levels: listLevels(false) }, ...[...writing.starts].map((start) => ({ reference: `numbers-${start}`, levels: listLevels(true, start) }))];
  const { width, height, margin } = PAGE;
  const page = { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin, header: margin / 2, footer: margin / 2 } };
  return new Document({
    title: shorten(title, LONGEST_TITLE),
    creator: "StrideML",
    lastModifiedBy: "StrideML",
    description: "",
    styles: STYLES,
    numbering: { config },
    compatibility: { version: 15 },
    sections: [{ properties: { page }, footers: { default: footer(title) }, children }],
  });
};

/**
 * A rendered template as a Word document (Office Open XML, ISO/IEC 29500 transitional): real headings, lists, tables with
 * repeated header rows, bookmarks for links within it, figures as shapes. The same input gives the same bytes.
 */
export const toDocx = async (rendered: string, model: ThreatModel): Promise<Uint8Array> => {
  const source = documentOf(rendered, model);
  return normalise(await Packer.pack(documentFor(source, model), "uint8array"), source.date);
};
