import { safeLine } from "../text/safeText.js";

/** Splits what GitHub would link; it looks at the finished text, where no escape is left, so something invisible must stand between. */
const GAP = "<!-- -->";

/**
 * A string as literal text of one line in an issue: no markup, and it links no people, issues, commits or addresses and shows no emoji.
 * Source: GitHub Flavored Markdown 0.29; GitHub documentation, autolinked references and mentions.
 */
export const githubText = (text: string): string =>
  safeLine(text)
    .replace(/[\\`*_[\]<>|~!&$]/g, "\\$&")
    .replace(/^(?:#{1,6}|[+-])(?=\s|$)|^[-=]+$/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${GAP}`)
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/\b(gh)-(?=\d)/gi, `$1-${GAP}`)
    .replace(/:(?=(?:100|1234|[\w+\\-]*[a-z+-][\w+\\-]*):)/g, `:${GAP}`)
    .replace(/:(?=\/\/)/g, `:${GAP}`)
    .replace(/\b(www)\./gi, `$1${GAP}.`)
    .replace(/\b([0-9a-f]{6})(?=[0-9a-f]{1,34}\b)/gi, `$1${GAP}`);
