import { withoutUnseen } from "@strideml/plugin-kit";

/** A text as it may stand in a document: what would hide or break it becomes U+FFFD, white space becomes one space. */
export const visibleText = (text: string): string => withoutUnseen(text.replace(/[\t\n\r ]+/g, " "));

/** The lines of a preformatted text, with their spaces kept and tabs as four spaces. */
export const visibleLines = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => withoutUnseen(line.replaceAll("\t", "    ")));
