import { cutText } from "../cutText.js";

const SIGNS: Record<string, string> = { "<": "‹", ">": "›", "&": "＆" };

/** The importer turns `<`, `>` and `&` into entities that its users would see, so look-alikes stand for them. */
export const plain = (text: string): string => text.replace(/[<>&]/g, (char) => SIGNS[char]!);

/** Plain text of at most `limit` characters, cut at a word. */
export const plainCut = (text: string, limit: number): string => cutText(plain(text), limit);
