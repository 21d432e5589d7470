import type { PhrasingContent } from "mdast";
import { linkTarget } from "../document/linkTarget.js";
import { PALETTE } from "../document/palette.js";
import { plainText } from "../document/plainText.js";
import { visibleText } from "../document/visibleText.js";
import { drawable } from "./drawable.js";
import type { Setting } from "./Setting.js";
import { type Tag, tagIn } from "./Tag.js";

/** A stretch of text that is set in one way. */
export interface Fragment {
  text: string;
  tag: Tag;
  bold?: boolean;
  italics?: boolean;
  decoration?: "lineThrough";
  decorationColor?: string;
  background?: string;
  color?: string;
  link?: string;
  linkToDestination?: string;
  wordBreak?: "break-all";
}

type Look = Omit<Fragment, "text">;

/** A word that no line holds is broken anywhere. */
const LONGEST_WORD = 70;
const OVERLONG = new RegExp(`(\\S{${LONGEST_WORD},})`, "u");

/** A text as fragments. Words that are too long for a line get fragments of their own. */
export const textFragments = (value: string, look: Look): Fragment[] =>
  drawable(value)
    .split(OVERLONG)
    .filter((text) => text !== "")
    .map((text) => ({ ...look, text, ...(text.length >= LONGEST_WORD && !/\s/.test(text) && { wordBreak: "break-all" as const }) }));

/** The look of a link. Places within the document may be set later than the links to them, so names are given at the end. */
const linked = (address: string, words: string, look: Look, { anchors }: Setting): Look => {
  const target = linkTarget(address, anchors);
  if (!target) return look;
  const tag = tagIn(look.tag, "Link", words);
  return { ...look, tag, color: PALETTE.accent, ...("url" in target ? { link: target.url } : { linkToDestination: target.anchor }) };
};

/** Inline content as fragments, in the look of what is around it. */
export const inlines = (nodes: readonly PhrasingContent[], look: Look, setting: Setting): Fragment[] =>
  nodes.flatMap((node): Fragment[] => {
    switch (node.type) {
      case "strong":
        return inlines(node.children, { ...look, bold: true }, setting);
      case "emphasis":
        return inlines(node.children, { ...look, italics: true }, setting);
      case "delete":
        return inlines(node.children, { ...look, decoration: "lineThrough", decorationColor: PALETTE.ink }, setting);
      case "inlineCode":
        return textFragments(visibleText(node.value), { ...look, background: PALETTE.soft });
      case "break":
        return [{ ...look, text: "\n" }];
      case "link":
        return inlines(node.children, linked(node.url, plainText(node), look, setting), setting);
      case "anchor":
        return [];
      case "text":
      case "html":
        return textFragments(visibleText(node.value), look);
      case "image":
      case "imageReference":
      case "linkReference":
      case "footnoteReference":
        return textFragments(plainText(node), look);
      default:
        return node satisfies never;
    }
  });
