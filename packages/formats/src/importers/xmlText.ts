import { isFields, textOf } from "./fields.js";

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const character = (whole: string, code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole);

/** The five entities that XML itself has, and character references, in one pass: nothing is expanded twice. */
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (hex !== undefined) return character(whole, Number.parseInt(hex, 16));
    return decimal === undefined ? (NAMED[name!] ?? whole) : character(whole, Number(decimal));
  });

/** Text of an element, with or without attributes; nothing when it is blank. */
export const xmlText = (value: unknown): string | undefined => {
  const raw = textOf(isFields(value) ? value["#text"] : value);
  return raw === undefined ? undefined : decode(raw);
};
