import type { Html, Parent, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { SKIP, visit } from "unist-util-visit";

/** The target of links within a document, written as `<a id="x"></a>`. */
export interface Anchor {
  type: "anchor";
  id: string;
  /** What becomes of it in HTML. */
  data: { hName: "a"; hProperties: { id: string } };
}

declare module "mdast" {
  interface PhrasingContentMap {
    anchor: Anchor;
  }
  interface RootContentMap {
    anchor: Anchor;
  }
}

const ANCHOR = /^<a id="([a-z0-9-]+)">$/;

/** Templates write an anchor as a pair of tags; the second one says nothing. */
const closes = (node: Parent["children"][number] | undefined): boolean => node?.type === "html" && node.value === "</a>";

const nameAnchors = (tree: Root): void =>
  visit(tree, "html", (node: Html, index, parent) => {
    const id = ANCHOR.exec(node.value)?.[1];
    if (id === undefined || !parent || index === undefined) return undefined;
    const anchor: Anchor = { type: "anchor", id, data: { hName: "a", hProperties: { id } } };
    parent.children.splice(index, closes(parent.children[index + 1]) ? 2 : 1, anchor);
    return [SKIP, index + 1];
  });

/** Nothing that makes a link of an address: links are only what templates write as `[text](address)`. */
const EXTENSIONS = {
  extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), { disable: { null: ["autolink"] } }],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
};

/**
 * The tree of a rendered template, from which every kind of document is made: CommonMark 0.31.2 with the tables, task
 * lists and strikethrough of GitHub. Links are only those written as `[text](address)`; anchors have nodes of their own;
 * whatever other HTML stands in a text is left as `html` nodes, which a document may drop or show, never obey.
 */
export const parseDocument = (rendered: string): Root => {
  const tree = fromMarkdown(rendered, EXTENSIONS);
  nameAnchors(tree);
  return tree;
};
