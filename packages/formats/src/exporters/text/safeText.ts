import { withoutUnseen } from "@strideml/plugin-kit";

/** Text as it may stand in any file: line breaks are `\n`, tabs are blanks, and whatever would hide shows as `mark`. */
export const safeText = (text: string, mark?: string): string => withoutUnseen(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll("\t", " "), "\n", mark);

/** The same on one line. */
export const safeLine = (text: string, mark?: string): string => safeText(text, mark).replace(/\s+/gu, " ").trim();
