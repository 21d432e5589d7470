/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a report needs. */
export type TagType =
  "Document" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "P" | "L" | "LI" | "Lbl" | "LBody" | "BlockQuote" | "Code" | "Table" | "TR" | "TH" | "TD" | "Figure" | "Link";

/** What a piece of a document is, for readers that do not look at pages. */
export interface Tag {
  type: TagType;
  parent?: Tag;
  children: Tag[];
  /** What a figure shows; where a link leads. */
  alternative?: string;
}

/** A tag below another one. Links take their place among the words of their parent when they are written. */
export const tagIn = (parent: Tag, type: TagType, alternative?: string): Tag => {
  const tag: Tag = { type, parent, children: [], ...(alternative !== undefined && { alternative }) };
  if (type !== "Link") parent.children.push(tag);
  return tag;
};

export const rootTag = (): Tag => ({ type: "Document", children: [] });
