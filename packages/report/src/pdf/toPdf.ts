import type { ThreatModel } from "@strideml/plugin-kit";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { documentOf, type SourceDocument } from "../document/documentOf.js";
import { PALETTE } from "../document/palette.js";
import { shorten } from "../document/shorten.js";
import { escapeXml } from "@strideml/diagram";
import { blocks } from "./blocks.js";
import { compressStreams } from "./compressStreams.js";
import { drawable } from "./drawable.js";
import { fontFiles, FONTS } from "./fonts.js";
import { BODY_SIZE, LINE_HEIGHT, PAGE } from "./look.js";
import type { PdfKitDocument } from "./PdfKit.js";
import { createSetting, type Setting } from "./Setting.js";
import { rootTag, type Tag } from "./Tag.js";
import { Tagger } from "./Tagger.js";

/** What we use of pdfmake beyond its types: the same object in Node and in the browser. */
interface Maker {
  fonts: object;
  localAccessPolicy: (this: PdfKitDocument, path: string) => boolean;
  progressCallback: () => void;
  setUrlAccessPolicy: (policy: () => boolean) => void;
  createPdf: (definition: TDocumentDefinitions) => { getStream: () => Promise<unknown>; getBuffer: () => Promise<Uint8Array> };
}

const maker = pdfmake as unknown as Maker;
const LONGEST_TITLE = 90;

const footer =
  (title: string) =>
  (page: number, pages: number): Content => ({
    columns: [{ text: title }, { text: `Page ${page} of ${pages}`, alignment: "right", width: 90 }],
    fontSize: 7.5,
    color: PALETTE.quiet,
    margin: [PAGE.margin, 14, PAGE.margin, 0],
  });

/** Links were given the names of anchors; blocks have names of their own. */
const resolveLinks = (content: unknown, { places }: Setting): void => {
  if (Array.isArray(content)) for (const each of content) resolveLinks(each, { places } as Setting);
  else if (content !== null && typeof content === "object") {
    const node = content as Record<string, unknown>;
    if (typeof node["linkToDestination"] === "string") node["linkToDestination"] = places.get(node["linkToDestination"]) ?? node["linkToDestination"];
    for (const name of ["text", "stack", "columns", "table", "body"]) resolveLinks(node[name], { places } as Setting);
  }
};

const definitionOf = ({ title, blocks: source, anchors, date }: SourceDocument, model: ThreatModel, root: Tag): TDocumentDefinitions => {
  const setting = createSetting(model, anchors);
  const content = blocks(source, root, setting);
  resolveLinks(content, setting);
  const shown = shorten(drawable(title), LONGEST_TITLE);
  return {
    content,
    footer: footer(shown),
    pageSize: "A4",
    pageMargins: PAGE.margin,
    defaultStyle: { font: "Roboto", fontSize: BODY_SIZE, lineHeight: LINE_HEIGHT, color: PALETTE.ink },
    info: { title: shorten(title, LONGEST_TITLE), creator: "StrideML", producer: "StrideML, pdfmake", creationDate: date, modDate: date },
    version: "1.7",
    compress: false,
    tagged: true,
    displayTitle: true,
    language: "en",
  };
};

/** PDFKit writes the title into XML as it is. By then the title of the document itself is written. */
const escapeMetadata = (doc: PdfKitDocument): void => {
  const write = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    doc.info.Title = escapeXml(doc.info.Title);
    write();
  };
};

const prepare = (doc: PdfKitDocument, root: Tag): Tagger => {
  for (const [name, file] of fontFiles()) doc.registerFont(name, file);
  compressStreams(doc);
  escapeMetadata(doc);
  return new Tagger(doc, root);
};

/**
 * A rendered template as a PDF (1.7): tagged, with an outline, links, and figures as vectors, in fonts that are part of
 * it. Nothing is read from disk or network. The same input gives the same bytes.
 */
export const toPdf = async (rendered: string, model: ThreatModel): Promise<Uint8Array> => {
  const root = rootTag();
  const definition = definitionOf(documentOf(rendered, model), model, root);
  let tagger: Tagger | undefined;
  maker.fonts = { Roboto: { ...FONTS.Roboto } };
  maker.setUrlAccessPolicy(() => false);
  // pdfmake asks its document before it opens a file: that is where the document gets its fonts, and we get the document.
  maker.localAccessPolicy = function (path) {
    if (!fontFiles().has(path)) return false;
    tagger ??= prepare(this, root);
    return true;
  };
  maker.progressCallback = () => tagger?.next();
  const pdf = maker.createPdf(definition);
  await pdf.getStream();
  if (!tagger) throw new Error("pdfmake has not asked for its fonts");
  tagger.finish();
  return new Uint8Array(await pdf.getBuffer());
};
