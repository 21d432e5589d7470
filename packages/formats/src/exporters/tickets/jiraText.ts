import { safeLine } from "../text/safeText.js";

/** Marks of Jira's text formatting that a backslash takes back. A backslash itself has no escape, only an entity. */
const MARKS = /[{}[\]|!*_^~+?]/g;

/** A string as literal text of one line in Jira's text formatting: no mention, macro, image or link. Source: Jira, text formatting notation. */
export const jiraText = (text: string): string =>
  safeLine(text)
    .replaceAll("\\", "&#92;")
    .replace(MARKS, "\\$&")
    .replace(/^(?:[#-]+(?= )|h[1-6]\.|bq\.)/, (match) => `&#${match.charCodeAt(0)};${match.slice(1)}`)
    .replace(/-{2,}/g, (dashes) => "\\-".repeat(dashes.length))
    .replace(/\?{2,}/g, (marks) => "\\?".repeat(marks.length));
