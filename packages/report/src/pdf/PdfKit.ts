import type { Tag } from "./Tag.js";

/** A place in the content of a page that belongs to the structure of a document. */
export interface MarkedContent {
  refs: object[];
}

/** An element of the structure of a document. */
export interface StructureElement {
  add: (child: StructureElement | MarkedContent) => StructureElement;
  end: () => void;
}

/** A word as pdfmake sets it. It keeps what was said of its text, so also our tag. */
export interface Inline {
  tag?: Tag;
  link?: string | null;
  linkToDestination?: string | null;
  background?: string | null;
}

/** Something that pdfmake draws on a page: a line of words, a figure, a rule. */
export interface PageItem {
  type: string;
  item: { inlines?: Inline[]; tag?: Tag };
}

export interface TextOptions {
  link?: unknown;
  goTo?: unknown;
  textWidth: number;
}

interface LinkOptions {
  structParent: StructureElement;
  Contents: object;
}

/** An object of a PDF, with the chunks of its stream. */
export interface Reference {
  data: { Filter?: string; Type?: string };
  buffer: Uint8Array[];
  finalize: () => void;
}

/** What we use of the document of PDFKit (0.19) that pdfmake writes to. */
export interface PdfKitDocument {
  page: object;
  ref: (data?: object) => Reference;
  info: { Title: string };
  /** Writes the information once more, as XML; what it is given must be XML. */
  endMetadata: () => void;
  /** Set by pdfmake before it draws: all pages with what is on them, in order. */
  _pdfMakePages: { items: PageItem[] }[];
  on: (event: "pageAdded", listener: () => void) => void;
  registerFont: (name: string, file: Uint8Array) => void;
  text: (text: string, x: number, y: number, options: TextOptions) => unknown;
  currentLineHeight: () => number;
  struct: (type: string, options?: { alt?: string; scope?: string }) => StructureElement;
  addStructure: (element: StructureElement) => void;
  markStructureContent: (type: string) => MarkedContent;
  markContent: (type: "Artifact", options: { type: "Pagination" | "Layout" }) => void;
  endMarkedContent: () => void;
  link: (x: number, y: number, width: number, height: number, url: string, options: LinkOptions) => void;
  goTo: (x: number, y: number, width: number, height: number, name: string, options: LinkOptions) => void;
}
