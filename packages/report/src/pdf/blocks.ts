import type { Blockquote, Code, Heading, List, ListItem, Paragraph, RootContent } from "mdast";
import type { Content } from "pdfmake/interfaces.js";
import { type NamedBlock, nameBlocks } from "../document/documentOf.js";
import { figureOf } from "../document/figureOf.js";
import { PALETTE } from "../document/palette.js";
import { plainText } from "../document/plainText.js";
import { visibleLines, visibleText } from "../document/visibleText.js";
import { drawable } from "./drawable.js";
import { figure } from "./figure.js";
import { inlines, textFragments } from "./inlines.js";
import { HEADINGS, KEPT_BELOW, TEXT_WIDTH } from "./look.js";
import { paragraph } from "./paragraph.js";
import { nextPlace, type Setting } from "./Setting.js";
import { table } from "./table.js";
import { type Tag, tagIn } from "./Tag.js";

const MARKER_WIDTH = 14;
const LONGEST_OUTLINE = 120;
/** A heading that is longer than that may be broken, or else it could fit on no page. */
const LONGEST_KEPT = 600;

const CHECK = [
  { x: 1.5, y: 5.5 },
  { x: 3, y: 7.4 },
  { x: 5.8, y: 3.4 },
];

/** The box of a task, drawn, as the font has no sign for it. What is drawn carries its tag as words do. */
const box = (done: boolean, tag: Tag): Content => {
  const line = { lineColor: PALETTE.ink, tag };
  const frame = { type: "rect", x: 0, y: 2, w: 7, h: 7, lineWidth: 0.8, ...line };
  const check = { type: "polyline", points: CHECK, lineWidth: 1.1, ...line };
  return { canvas: done ? [frame, check] : [frame], width: MARKER_WIDTH } as Content;
};

/** A heading with room for some of what follows; the room is given back, and only keeps them on one page. */
const heading = (node: Heading, anchors: readonly string[], above: Tag, setting: Setting): Content[] => {
  const { size, above: top, below, color } = HEADINGS[node.depth - 1]!;
  const id = nextPlace(setting, anchors);
  const parent = setting.headings.slice(0, node.depth).findLast((each) => each !== undefined);
  setting.headings = [...setting.headings.slice(0, node.depth), id];
  const tag = tagIn(above, `H${node.depth}`);
  const outline = {
    outline: true,
    outlineText: drawable(plainText(node)).slice(0, LONGEST_OUTLINE),
    ...(parent !== undefined && { outlineParentId: parent }),
    outlineExpanded: node.depth < 2,
  };
  const fragments = inlines(node.children, { tag, bold: true, color }, setting);
  const look = { fontSize: size, lineHeight: 1.1, margin: [0, top, 0, below] };
  const text = paragraph(fragments.length > 0 ? fragments : [{ text: " ", tag }], look, { id, ...outline });
  if (plainText(node).length > LONGEST_KEPT) return [text];
  return [
    { stack: [text, { stack: [], margin: [0, KEPT_BELOW, 0, 0] }], unbreakable: true },
    { stack: [], margin: [0, -KEPT_BELOW, 0, 0] },
  ];
};

const marker = ({ checked }: ListItem, number: number | undefined, item: Tag): Content => {
  if (checked === true || checked === false) return box(checked, tagIn(item, "Lbl", checked ? "done" : "to do"));
  const text = [{ text: number === undefined ? "•" : `${number}.`, tag: tagIn(item, "Lbl") }];
  return { text, width: number === undefined ? MARKER_WIDTH : MARKER_WIDTH + 4 } as Content;
};

const list = (node: List, above: Tag, setting: Setting): Content => {
  const tag = tagIn(above, "L");
  const start = node.start ?? 1;
  const items = node.children.map((item, index): Content => {
    const own = tagIn(tag, "LI");
    const label = marker(item, node.ordered ? start + index : undefined, own);
    const body = tagIn(own, "LBody");
    const content = blocks(nameBlocks(item.children), body, setting, { below: node.spread ? 5 : 2 });
    return { columns: [label, { stack: content, width: "*" }], columnGap: 2 };
  });
  return { stack: items, margin: [6, 0, 0, 5] };
};

/** A box of one column over the width of the text, with what stands out at its left. */
const framed = (content: Content[], border: boolean): Content => ({
  table: { widths: ["*"], body: [[{ stack: content }]] },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (index) => (border && index === 0 ? 3 : 0),
    vLineColor: () => PALETTE.accent,
    fillColor: () => PALETTE.soft,
    paddingLeft: () => 9,
    paddingRight: () => 6,
    paddingTop: () => 5,
    paddingBottom: () => 2,
  },
  margin: [0, 4, 0, 8],
});

const quote = (node: Blockquote, above: Tag, setting: Setting): Content => framed(blocks(nameBlocks(node.children), tagIn(above, "BlockQuote"), setting, { below: 3 }), true);

const code = ({ value }: Code, above: Tag): Content => {
  const tag = tagIn(above, "Code");
  const lines = visibleLines(value).map((line) => paragraph(textFragments(line === "" ? " " : line, { tag }), { preserveLeadingSpaces: true }));
  return framed([{ stack: lines, fontSize: 8, margin: [0, 0, 0, 3] }], false);
};

const rule = (): Content => ({ canvas: [{ type: "line", x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.75, lineColor: PALETTE.line }], margin: [0, 8, 0, 10] });

/** Room below a paragraph, in points. */
interface Place {
  below: number;
}

const paragraphOrFigure = (node: Paragraph, id: object, above: Tag, setting: Setting, { below }: Place): Content[] => {
  const drawn = figureOf(node, setting.model);
  if (drawn) return [...target(id), figure(drawn, above)];
  return [paragraph(inlines(node.children, { tag: tagIn(above, "P") }, setting), { margin: [0, 0, 0, below] }, id)];
};

/** Links lead to texts only; what is none gets one before it. */
const target = (id: object): Content[] => ("id" in id ? [{ text: " ", fontSize: 1, ...id }] : []);

const set = (node: RootContent, id: object, above: Tag, setting: Setting, place: Place): Content[] => {
  if (node.type === "paragraph") return paragraphOrFigure(node, id, above, setting, place);
  if (node.type === "list") return [...target(id), list(node, above, setting)];
  if (node.type === "table") return [...target(id), table(node, above, setting)];
  if (node.type === "blockquote") return [...target(id), quote(node, above, setting)];
  if (node.type === "code") return [...target(id), code(node, above)];
  if (node.type === "thematicBreak") return [...target(id), rule()];
  if (node.type === "html") return [paragraph(textFragments(visibleText(node.value), { tag: tagIn(above, "P") }), { margin: [0, 0, 0, place.below] }, id)];
  return target(id);
};

const inner = (node: RootContent): string[] => (node.type === "paragraph" ? node.children.flatMap((child) => (child.type === "anchor" ? [child.id] : [])) : []);

/** Blocks of a document as content of pdfmake, with their tags put below `above`. */
export const blocks = (nodes: readonly NamedBlock[], above: Tag, setting: Setting, place: Place = { below: 6 }): Content[] =>
  nodes.flatMap(({ node, anchors }) => {
    if (node.type === "heading") return heading(node, anchors, above, setting);
    const names = [...anchors, ...inner(node)];
    return set(node, names.length > 0 ? { id: nextPlace(setting, names) } : {}, above, setting, place);
  });
