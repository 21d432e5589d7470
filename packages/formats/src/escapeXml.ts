const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A string as text or attribute value of XML. Characters that XML forbids, and changes of direction, become a replacement sign. */
export const escapeXml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, (char) => (/\s/.test(char) ? " " : "\uFFFD")).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
