import { BorderStyle, type FileChild, HeadingLevel, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Code, Heading, List, ListItem, Paragraph as MarkdownParagraph, RootContent } from "mdast";
import { type NamedBlock, nameBlocks } from "../document/documentOf.js";
import { figureOf } from "../document/figureOf.js";
import { PALETTE } from "../document/palette.js";
import { visibleLines, visibleText } from "../document/visibleText.js";
import { figure } from "./figure.js";
import { bookmark, inlines, textRuns } from "./inlines.js";
import { hex } from "./styles.js";
import { table } from "./table.js";
import type { Writing } from "./Writing.js";

/** Where a block stands: in a quote, or in lists so and so deep. */
interface Place {
  style?: string;
  depth: number;
}

const TOP: Place = { depth: 0 };
const INDENT = 360;
const DEEPEST = 8;
const HANGING = 260;
const AFTER_LIST = 120;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6];
const BOX = { none: "", open: "\u2610 ", done: "\u2611 " };

const marks = (anchors: readonly string[], writing: Writing): ParagraphChild[] => anchors.map((anchor) => bookmark(anchor, writing));

const placed = ({ style, depth }: Place): IParagraphOptions => ({ ...(style === undefined ? {} : { style }), ...(depth > 0 && { indent: { left: INDENT * depth } }) });

const heading = (node: Heading, before: ParagraphChild[], writing: Writing): Paragraph =>
  new Paragraph({ heading: LEVELS[node.depth - 1]!, children: [...before, ...inlines(node.children, writing)] });

const code = ({ value }: Code, before: ParagraphChild[], place: Place): Paragraph =>
  new Paragraph({
    ...placed(place),
    style: "CodeBlock",
    children: [...before, ...visibleLines(value).flatMap((line, index) => [...(index > 0 ? [new TextRun({ break: 1 })] : []), ...textRuns(line, {})])],
  });

const boxOf = ({ checked }: ListItem): string => (checked === undefined || checked === null ? BOX.none : checked ? BOX.done : BOX.open);

const listItem = (item: ListItem, paragraph: IParagraphOptions, writing: Writing, place: Place): FileChild[] => {
  const [first, ...rest] = item.children;
  const inner = { ...place, depth: place.depth + 1 };
  const box = boxOf(item);
  const start = box === "" ? [] : [new TextRun(box)];
  const words = first?.type === "paragraph" ? inlines(first.children, writing) : [];
  const remaining = first === undefined || first.type === "paragraph" ? rest : item.children;
  return [new Paragraph({ ...paragraph, children: [...start, ...words] }), ...blocks(nameBlocks(remaining), writing, inner)];
};

const list = (node: List, writing: Writing, place: Place): FileChild[] => {
  const start = node.start ?? 1;
  const reference = node.ordered ? `numbers-${start}` : "bullets";
  if (node.ordered) writing.starts.add(start);
  writing.lists += 1;
  const numbering = { reference, level: Math.min(place.depth, DEEPEST), instance: writing.lists };
  const between = node.spread ? 100 : 50;
  const last = node.children.length - 1;
  return node.children.flatMap((item, index) => {
    const mark = boxOf(item) === BOX.none ? { numbering } : { indent: { left: INDENT * (place.depth + 1), hanging: HANGING } };
    return listItem(item, { ...mark, spacing: { after: index === last ? AFTER_LIST : between }, ...(place.style !== undefined && { style: place.style }) }, writing, place);
  });
};

const rule = (): Paragraph => new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: hex(PALETTE.line) } }, children: [] });

/** Two tables without a paragraph between them are one table to Word; the paragraph also gives a table the room below. */
const afterTable = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60, line: 160, lineRule: "exact" }, children: [] });

const paragraphOrFigure = (node: MarkdownParagraph, before: ParagraphChild[], writing: Writing, place: Place): FileChild[] => {
  const drawn = figureOf(node, writing.model);
  return drawn ? [...alone(before), figure(drawn)] : [new Paragraph({ ...placed(place), children: [...before, ...inlines(node.children, writing)] })];
};

/** Bookmarks stand in paragraphs only; what is none gets one before it. */
const alone = (before: ParagraphChild[]): FileChild[] => (before.length > 0 ? [new Paragraph({ spacing: { before: 0, after: 0 }, children: before })] : []);

const named = (node: RootContent, before: ParagraphChild[], writing: Writing, place: Place): FileChild[] => {
  if (node.type === "heading") return [heading(node, before, writing)];
  if (node.type === "paragraph") return paragraphOrFigure(node, before, writing, place);
  if (node.type === "list") return [...alone(before), ...list(node, writing, place)];
  if (node.type === "table") return [...alone(before), table(node, writing), afterTable()];
  if (node.type === "blockquote") return [...alone(before), ...blocks(nameBlocks(node.children), writing, { ...place, style: "Quote" })];
  if (node.type === "code") return [code(node, before, place)];
  if (node.type === "thematicBreak") return [...alone(before), rule()];
  if (node.type === "html") return [new Paragraph({ ...placed(place), children: [...before, ...textRuns(visibleText(node.value), {})] })];
  return alone(before);
};

/** Blocks of a document as Word's paragraphs and tables. */
export const blocks = (nodes: readonly NamedBlock[], writing: Writing, place: Place = TOP): FileChild[] =>
  nodes.flatMap(({ node, anchors }) => named(node, marks(anchors, writing), writing, place));
