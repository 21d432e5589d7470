import type { ThreatModel } from "@strideml/plugin-kit";
import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { parseDocument } from "./parseDocument.js";
import { plainText } from "./plainText.js";

/** A block, and the names under which links find it. */
export interface NamedBlock {
  node: RootContent;
  anchors: string[];
}

/** What a writer of documents starts from. */
export interface SourceDocument {
  title: string;
  blocks: NamedBlock[];
  /** Names of all anchors, in the order of the text; a link to any other name leads nowhere. */
  anchors: Set<string>;
  /** The day of the document at midnight UTC; documents without a day get 2000-01-01, as no clock is read. */
  date: Date;
}

/** A paragraph of anchors names the block that follows it. */
export const nameBlocks = (children: readonly RootContent[]): NamedBlock[] => {
  const blocks: NamedBlock[] = [];
  let waiting: string[] = [];
  for (const node of children) {
    const inner = node.type === "paragraph" ? node.children : [];
    if (inner.length > 0 && inner.every((child) => child.type === "anchor")) waiting.push(...inner.map((child) => child.id));
    else {
      blocks.push({ node, anchors: waiting });
      waiting = [];
    }
  }
  return waiting.length === 0 ? blocks : [...blocks, { node: { type: "paragraph", children: [] }, anchors: waiting }];
};

const anchorsOf = (tree: Root): Set<string> => {
  const anchors = new Set<string>();
  visit(tree, "anchor", ({ id }) => void anchors.add(id));
  return anchors;
};

/** What a document is called: its first heading. */
export const titleOf = ({ children }: Root, { system }: Pick<ThreatModel, "system">): string => {
  const heading = children.find((node) => node.type === "heading" && node.depth === 1);
  return (heading && plainText(heading)) || `Threat model: ${plainText({ type: "text", value: system.name })}`;
};

/** Reads a rendered template for a writer of documents. */
export const documentOf = (rendered: string, model: ThreatModel): SourceDocument => {
  const tree = parseDocument(rendered);
  return {
    title: titleOf(tree, model),
    blocks: nameBlocks(tree.children),
    anchors: anchorsOf(tree),
    date: new Date(`${model.provenance.date ?? "2000-01-01"}T00:00:00Z`),
  };
};
