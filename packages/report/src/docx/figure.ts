import { ImportedXmlComponent, Paragraph, type ParagraphChild } from "docx";
import type { Figure } from "../document/figureOf.js";
import { escapeXml } from "../escapeXml.js";
import type { FigureName } from "../figures/figures.js";
import { inlineStyle } from "../figures/inlineStyle.js";
import { readShapes } from "../figures/readShapes.js";
import { shapeXml } from "./shapeXml.js";
import { FONT } from "./styles.js";

const EMU_PER_POINT = 12_700;

/** How large a figure may be on the page, in points. */
const LARGEST: Record<FigureName, { width: number; height: number }> = {
  stride: { width: 440, height: 300 },
  matrix: { width: 260, height: 260 },
  dfd: { width: 480, height: 600 },
};

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");

const drawingXml = ({ name, alternative, svg }: Figure): string => {
  const { width, height, shapes } = readShapes(inlineStyle(svg, FONT));
  const factor = Math.min(LARGEST[name].width / width, LARGEST[name].height / height, 1);
  const scale = (units: number) => Math.round(units * factor * EMU_PER_POINT);
  const size = `cx="${scale(width)}" cy="${scale(height)}"`;
  const drawn = shapes.map((shape, index) => shapeXml(shape, index + 1, scale, (units) => units * factor)).join("");
  const frame = `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm>`;
  const group = `<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>${frame}</wpg:grpSpPr>${drawn}</wpg:wgp>`;
  return `<w:r ${NAMESPACES}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="1" name="${name}" descr="${escapeXml(alternative)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">${group}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
};

/** A figure as a group of Word's own shapes: sharp at every size, with its words as text and what it shows as alternative text. */
export const figure = (drawn: Figure): Paragraph => {
  // The parser gives back what was parsed as a child of a nameless root.
  const parsed = ImportedXmlComponent.fromXmlString(drawingXml(drawn));
  return new Paragraph({ style: "Figure", children: [parsed as unknown as ParagraphChild] });
};
