import { withoutUnseen } from "@strideml/plugin-kit";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A string as text or attribute value in SVG or HTML. Characters that XML forbids become a replacement sign. */
export const escapeXml = (text: string): string => withoutUnseen(text.replace(/[\n\t]/g, " ")).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
