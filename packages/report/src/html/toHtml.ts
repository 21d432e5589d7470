import type { ThreatModel } from "@strideml/plugin-kit";
import type { Element, Root } from "hast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { escapeXml } from "@strideml/diagram";
import { titleOf } from "../document/documentOf.js";
import { drawnFigure } from "../document/figureOf.js";
import { parseDocument } from "../document/parseDocument.js";
import { STYLE } from "./style.js";

/** Only what a document needs; figures are let through by name and drawn afterwards. */
const SCHEMA = {
  ...defaultSchema,
  clobberPrefix: "",
  protocols: { href: ["http", "https"], src: ["figure"] },
  attributes: { ...defaultSchema.attributes, a: ["href", "id"], img: ["src", "alt"] },
};

/** Scores and bands get a mark that style can colour; wide tables get a frame that scrolls. */
const dress = () => (tree: Root) =>
  visit(tree, "element", (node: Element, index, parent) => {
    const only = node.children.length === 1 ? node.children[0] : undefined;
    if (node.tagName === "td" && only?.type === "text") {
      const word = only.value;
      if (/^(?:\d+ )?(?:Critical|High|Medium|Low)$/.test(word)) node.properties["className"] = ["band", word.split(" ").at(-1)!.toLowerCase()];
    }
    if (node.tagName === "table" && parent && index !== undefined) {
      parent.children[index] = { type: "element", tagName: "div", properties: { className: ["scroll"], tabIndex: 0 }, children: [node] };
      return index + 1;
    }
    return undefined;
  });

/** On a narrow screen the diagram would shrink until its letters cannot be read: it scrolls instead. */
const framed = (name: string, svg: string): string => (name === "dfd" ? `<span class="scroll" tabindex="0">${svg}</span>` : svg);

const figures = (model: ThreatModel) => () => (tree: Root) =>
  visit(tree, "element", (node: Element, index, parent) => {
    const source = node.tagName === "img" ? String(node.properties["src"] ?? "") : "";
    if (!source.startsWith("figure:") || !parent || index === undefined) return;
    const name = source.slice("figure:".length);
    const svg = drawnFigure(name, model);
    parent.children[index] = svg === undefined ? { type: "text", value: `[no figure is called ${name}]` } : ({ type: "raw", value: framed(name, svg) } as never);
  });

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const bodyOf = (tree: ReturnType<typeof parseDocument>, model: ThreatModel): string => {
  const processor = unified().use(remarkRehype).use(rehypeSanitize, SCHEMA).use(dress).use(figures(model)).use(rehypeStringify, { allowDangerousHtml: true });
  return processor.stringify(processor.runSync(tree));
};

/** The content of a page: sanitised, with figures drawn; for a page that has its own style. */
export const toHtmlBody = (rendered: string, model: ThreatModel): string => bodyOf(parseDocument(rendered), model);

/** One self-contained page: no script, nothing loaded, figures drawn as SVG, light and dark, fit for print. */
export const toHtml = (rendered: string, model: ThreatModel): string => {
  const tree = parseDocument(rendered);
  return page(titleOf(tree, model), bodyOf(tree, model));
};
