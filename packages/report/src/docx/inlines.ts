import { Bookmark, ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { PhrasingContent } from "mdast";
import { linkTarget } from "../document/linkTarget.js";
import { plainText } from "../document/plainText.js";
import { visibleText } from "../document/visibleText.js";
import type { Writing } from "./Writing.js";

type Look = Pick<IRunOptions, "bold" | "italics" | "strike" | "style" | "color">;

/** Word reads no run of more than a few ten thousand characters well. */
const LONGEST_RUN = 8000;

/** A text as runs. Word's own spaces at the ends are kept. */
export const textRuns = (value: string, look: Look): TextRun[] => (value.match(new RegExp(`[^]{1,${LONGEST_RUN}}`, "gu")) ?? []).map((text) => new TextRun({ ...look, text }));

/** An empty bookmark; links within the document lead to it. */
export const bookmark = (anchor: string, { bookmarks }: Writing): Bookmark => new Bookmark({ id: bookmarks.get(anchor)!, children: [] });

/** Inline content as runs; `within` is the look of what is around it. */
export const inlines = (nodes: readonly PhrasingContent[], writing: Writing, within: Look = {}): ParagraphChild[] =>
  nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case "strong":
        return inlines(node.children, writing, { ...within, bold: true });
      case "emphasis":
        return inlines(node.children, writing, { ...within, italics: true });
      case "delete":
        return inlines(node.children, writing, { ...within, strike: true });
      case "inlineCode":
        return textRuns(visibleText(node.value), { ...within, style: "InlineCode" });
      case "break":
        return [new TextRun({ break: 1 })];
      case "link": {
        const target = linkTarget(node.url, writing.anchors);
        const children = inlines(node.children, writing, target ? { ...within, style: "Hyperlink" } : within);
        if (!target) return children;
        return ["url" in target ? new ExternalHyperlink({ link: target.url, children }) : new InternalHyperlink({ anchor: writing.bookmarks.get(target.anchor)!, children })];
      }
      case "anchor":
        return [bookmark(node.id, writing)];
      case "text":
      case "html":
        return textRuns(visibleText(node.value), within);
      case "image":
      case "imageReference":
      case "linkReference":
      case "footnoteReference":
        return textRuns(plainText(node), within);
      default:
        return node satisfies never;
    }
  });
