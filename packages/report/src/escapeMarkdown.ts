/** Control characters and marks that change the direction of text: shown as a replacement sign, so that nothing hides. */
const UNSEEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Nothing else needs any of the care below; most strings of a report have none of it. */
const NEEDS_CARE = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\\`*_[\]<>|~&@]|:\/\/|www\.|^[#+\-=\d\s]|\s$|\s\s/iu;

/**
 * A string as literal text in Markdown: whatever a user or a plugin wrote means itself and nothing else.
 * Covers inline marks, links and autolinks, HTML, entities, table cells, and marks at the start of a line.
 * Source: CommonMark 0.31.2, section 2.4; GitHub Flavored Markdown, extensions for tables, strikethrough and autolinks.
 */
export const escapeMarkdown = (text: string): string => (NEEDS_CARE.test(text) ? escaped(text) : text);

const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(UNSEEN, "\uFFFD")
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=#?\w{1,32};)/g, "\\&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/(?<=\w)@(?=\w)/g, "\\@")
    .replace(/^(?:#{1,6}|[+-])(?=\s|$)|^[-=]+$/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
