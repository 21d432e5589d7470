/**
 * What no document may carry: control characters, of which XML 1.0 forbids most; halves of surrogate pairs and
 * non-characters; marks that turn the direction of text or hide in it.
 */
const UNFIT = /[\p{Cs}\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB]|\p{Noncharacter_Code_Point}/gu;

/** A text as it may stand in a document: what would hide or break it becomes U+FFFD, white space becomes one space. */
export const visibleText = (text: string): string => text.replace(/[\t\n\r ]+/g, " ").replace(UNFIT, "\uFFFD");

/** The lines of a preformatted text, with their spaces kept and tabs as four spaces. */
export const visibleLines = (text: string): string[] => text.split(/\r\n?|\n/).map((line) => line.replaceAll("\t", "    ").replace(UNFIT, "\uFFFD"));
