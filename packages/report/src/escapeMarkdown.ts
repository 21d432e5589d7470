import { UNSEEN } from "@strideml/plugin-kit";

/** Most strings of a report are plain words, and these need no care; two cheap tests know them. */
const PLAIN = /^[A-Za-z0-9("'][A-Za-z0-9 ,.;:'"()%/?!=+\-\u00A1-\u024F\u2010-\u2027\u2190-\u21FF]*$/;
const NOT_SO_PLAIN = /:\/\/|www\.| {2}| $|^\d+[.)](?: |$)/i;

/**
 * A string as literal text in Markdown: whatever a user or a plugin wrote means itself and nothing else.
 * Covers inline marks, links and autolinks, HTML, entities, table cells, and marks at the start of a line.
 * Source: CommonMark 0.31.2, section 2.4; GitHub Flavored Markdown, extensions for tables, strikethrough and autolinks; 4.2 for marks that close a heading.
 */
export const escapeMarkdown = (text: string): string => (PLAIN.test(text) && !NOT_SO_PLAIN.test(text) ? text : escaped(text));

/**
 * What a backslash takes the meaning of: inline marks and HTML; entities; the colon and the dot of links that write
 * themselves, and the sign of addresses; headings, lists and underlines at the start, and marks that close a heading at the
 * end. One expression, because a process that ends soon pays for compiling each.
 */
const MARK = /[\\`*_[\]<>|~]|&(?=#?\w{1,32};)|:(?=\/\/)|(?<=www)\.|(?<=\w)@(?=\w)|^(?:#{1,6}|[+-])(?=\s|$)|^[-=]+$|(?<=\s)#+$|(?<=^\d+)[.)](?=\s|$)/gi;

const escaped = (text: string): string => text.replace(/\s+/g, " ").trim().replace(UNSEEN, "\uFFFD").replace(MARK, "\\$&");
