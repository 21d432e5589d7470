import { AlignmentType, BorderStyle, convertMillimetersToTwip, type ILevelsOptions, type IPropertiesOptions, LevelFormat, LineRuleType } from "docx";
import { PALETTE } from "../document/palette.js";

/** Fonts with the widths of these names are on every system that opens documents. */
export const FONT = "Arial";
export const CODE_FONT = "Courier New";

/** A colour as Word writes it. */
export const hex = (color: string): string => color.slice(1).toUpperCase();

/** A4 portrait with margins of 2 cm, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: convertMillimetersToTwip(20) };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

const heading = (size: number, before: number, after: number, color: string = PALETTE.ink) => ({
  run: { size, bold: true, color: hex(color), font: FONT },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const QUOTE_BORDER = { style: BorderStyle.SINGLE, size: 24, space: 8, color: hex(PALETTE.accent) };

const PARAGRAPHS = [
  { id: "Normal", name: "Normal", quickFormat: true },
  { id: "Table", name: "Table Text", basedOn: "Normal", run: { size: 17 }, paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } } },
  { id: "Figure", name: "Figure", basedOn: "Normal", paragraph: { spacing: { before: 120, after: 160, line: 240, lineRule: LineRuleType.AUTO } } },
  {
    id: "Quote",
    name: "Quote",
    basedOn: "Normal",
    quickFormat: true,
    paragraph: { indent: { left: 240 }, spacing: { before: 120, after: 120 }, border: { left: QUOTE_BORDER }, shading: { fill: hex(PALETTE.soft) } },
  },
  {
    id: "CodeBlock",
    name: "Code Block",
    basedOn: "Normal",
    run: { font: CODE_FONT, size: 17 },
    paragraph: { spacing: { before: 120, after: 120, line: 250, lineRule: LineRuleType.AUTO }, shading: { fill: hex(PALETTE.soft) } },
  },
];

const CHARACTERS = [
  { id: "InlineCode", name: "Inline Code", run: { font: CODE_FONT, shading: { fill: hex(PALETTE.soft) } } },
  { id: "Hyperlink", name: "Hyperlink", run: { color: hex(PALETTE.accent), underline: {} } },
];

export const STYLES: IPropertiesOptions["styles"] = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: hex(PALETTE.ink), language: { value: "en-GB", eastAsia: "en-GB" } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: heading(36, 0, 160),
    heading1: heading(36, 0, 160),
    heading2: heading(28, 400, 140),
    heading3: heading(23, 300, 100),
    heading4: heading(20, 260, 80, PALETTE.quiet),
    heading5: heading(20, 200, 60, PALETTE.quiet),
    heading6: heading(20, 200, 60, PALETTE.quiet),
  },
  paragraphStyles: PARAGRAPHS,
  characterStyles: CHARACTERS,
};

/** Levels of one kind of list; Word knows nine. */
export const listLevels = (ordered: boolean, start = 1): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : ["•", "–", "·"][level % 3]!,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: ordered ? 360 : 260 } } },
  }));
