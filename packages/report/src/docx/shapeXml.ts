import { escapeXml } from "../escapeXml.js";
import type { Shape } from "../figures/readShapes.js";
import { FONT, hex } from "./styles.js";

/** Half of the width of a letter, in parts of its size, with room to spare: a text box must not wrap its line. */
const LETTER = 0.68;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Turns units of a figure into whole English Metric Units, 914,400 to the inch (ECMA-376 part 1, 20.1.2.1). */
export type Scale = (units: number) => number;

const numberOf = ({ attributes }: Shape, name: string, otherwise = 0): number => Number(attributes.get(name) ?? otherwise);

const fillXml = (shape: Shape, name: "fill" | "stroke"): string => {
  const color = shape.attributes.get(name) ?? "none";
  if (color === "none") return name === "fill" ? "<a:noFill/>" : "";
  const opacity = numberOf(shape, `${name}-opacity`, 1);
  return `<a:solidFill><a:srgbClr val="${hex(color)}">${opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : ""}</a:srgbClr></a:solidFill>`;
};

const strokeXml = (shape: Shape, scale: Scale): string => {
  const fill = fillXml(shape, "stroke");
  if (fill === "") return "<a:ln><a:noFill/></a:ln>";
  const dash = shape.attributes.has("stroke-dasharray") ? '<a:prstDash val="sysDash"/>' : "";
  const head = shape.attributes.has("marker-end") ? '<a:tailEnd type="triangle" w="med" len="med"/>' : "";
  return `<a:ln w="${scale(numberOf(shape, "stroke-width", 1))}">${fill}${dash}${head}</a:ln>`;
};

const transformXml = ({ x, y, width, height }: Box, scale: Scale, turned = ""): string =>
  `<a:xfrm${turned}><a:off x="${scale(x)}" y="${scale(y)}"/><a:ext cx="${scale(width)}" cy="${scale(height)}"/></a:xfrm>`;

const presetXml = (shape: Shape, { width, height }: Box): string => {
  const round = numberOf(shape, "rx");
  if (shape.element === "circle") return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>';
  if (round === 0 || width === 0) return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const adjust = Math.round((100_000 * Math.min(round, Math.min(width, height) / 2)) / Math.min(width, height));
  return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${adjust}"/></a:avLst></a:prstGeom>`;
};

/** Points of a path of straight lines. */
const pointsOf = (path: string): { x: number; y: number; move: boolean }[] => {
  let at = { x: 0, y: 0 };
  return [...path.matchAll(/([MLHV])([-\d.]+)(?:[ ,]([-\d.]+))?/g)].map(([, command, first, second]) => {
    const value = Number(first);
    at = command === "H" ? { x: value, y: at.y } : command === "V" ? { x: at.x, y: value } : { x: value, y: Number(second) };
    return { ...at, move: command === "M" };
  });
};

const pathOf = (shape: Shape): string =>
  shape.element === "line" ? `M${numberOf(shape, "x1")} ${numberOf(shape, "y1")}L${numberOf(shape, "x2")} ${numberOf(shape, "y2")}` : (shape.attributes.get("d") ?? "");

const pathXml = (shape: Shape, scale: Scale): string => {
  const points = pointsOf(pathOf(shape));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
  const steps = points.map(({ x, y, move }) => {
    const point = `<a:pt x="${scale(x - box.x)}" y="${scale(y - box.y)}"/>`;
    return move ? `<a:moveTo>${point}</a:moveTo>` : `<a:lnTo>${point}</a:lnTo>`;
  });
  const path = `<a:pathLst><a:path w="${scale(box.width)}" h="${scale(box.height)}" fill="none">${steps.join("")}</a:path></a:pathLst>`;
  return `${transformXml(box, scale)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>${path}</a:custGeom>`;
};

const boxOf = (shape: Shape): Box => {
  const radius = numberOf(shape, "r");
  return shape.element === "circle"
    ? { x: numberOf(shape, "cx") - radius, y: numberOf(shape, "cy") - radius, width: 2 * radius, height: 2 * radius }
    : { x: numberOf(shape, "x"), y: numberOf(shape, "y"), width: numberOf(shape, "width"), height: numberOf(shape, "height") };
};

const ANCHORS: Record<string, { jc: string; shift: number }> = { start: { jc: "left", shift: 0 }, middle: { jc: "center", shift: 0.5 }, end: { jc: "right", shift: 1 } };

const textXml = (shape: Shape, scale: Scale, points: (units: number) => number): string => {
  const size = numberOf(shape, "font-size", 14);
  const width = Math.max(2, [...shape.text].length) * size * LETTER;
  const { jc, shift } = ANCHORS[shape.attributes.get("text-anchor") ?? "start"]!;
  // A line of Arial is 1.15 times its size high and stands on its baseline at 0.905 of the size.
  const box = { x: numberOf(shape, "x") - width * shift, y: numberOf(shape, "y") - size * 0.93, width, height: size * 1.2 };
  const turned = shape.attributes.get("transform")?.startsWith("rotate(-90") ? ' rot="16200000"' : "";
  const middle = turned === "" ? box : { ...box, y: numberOf(shape, "y") - box.height / 2 };
  const look = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/>${shape.attributes.has("font-weight") ? "<w:b/>" : ""}<w:color w:val="${hex(shape.attributes.get("fill")!)}"/><w:sz w:val="${Math.round(points(size) * 2)}"/>`;
  const paragraph = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="${jc}"/></w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(shape.text)}</w:t></w:r></w:p>`;
  return `<wps:cNvSpPr txBox="1"/><wps:spPr>${transformXml(middle, scale, turned)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>`;
};

const drawnXml = (shape: Shape, scale: Scale): string => {
  const isPath = shape.element === "path" || shape.element === "line";
  const box = boxOf(shape);
  const geometry = isPath ? pathXml(shape, scale) : `${transformXml(box, scale)}${presetXml(shape, box)}`;
  return `<wps:cNvSpPr/><wps:spPr>${geometry}${isPath ? "<a:noFill/>" : fillXml(shape, "fill")}${strokeXml(shape, scale)}</wps:spPr><wps:bodyPr/>`;
};

/** One shape of a figure as a shape of Word; `points` turns units of the figure into points. */
export const shapeXml = (shape: Shape, id: number, scale: Scale, points: (units: number) => number): string =>
  `<wps:wsp><wps:cNvPr id="${id}" name="${shape.element} ${id}"/>${shape.element === "text" ? textXml(shape, scale, points) : drawnXml(shape, scale)}</wps:wsp>`;
