import { manyLines, oneLine } from "./safeText.js";

/** `_` marks emphasis only beside a word, `&` begins an entity only before its name: elsewhere they stay as they are. */
const SPECIAL = /[\\`*~^<>[\]{}]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#|\p{L})/gu;

const escape = (text: string): string => text.replaceAll(SPECIAL, String.raw`\$&`);

/** Text that reads the same as inline Markdown of one line. */
export const markupLine = (text: string, most?: number): string => escape(oneLine(text, most));

/** Text that reads the same as Markdown of several lines; its line breaks stay. */
export const markup = (text: string): string => escape(manyLines(text).trim()) || "–";
