/** Control characters, halves of characters, and marks that change the direction of text or cannot be seen. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Text as it may stand in any file: line breaks are `\n`, tabs are blanks, and whatever would hide shows as `mark`. */
export const safeText = (text: string, mark = "\uFFFD"): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN, mark);

/** The same on one line. */
export const safeLine = (text: string, mark?: string): string => safeText(text, mark).replace(/\s+/gu, " ").trim();
