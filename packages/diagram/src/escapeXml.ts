const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A string as text or attribute value in SVG or HTML. Characters that XML forbids become a replacement sign. */
export const escapeXml = (text: string): string =>
  text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, (char) => (char === "\n" || char === "\t" ? " " : "\uFFFD")).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
