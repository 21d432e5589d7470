import { letters } from "./fonts.js";

/** Signs that texts of threat models use and the font lacks, in letters that say the same. */
const SIGNS: Record<string, string> = {
  "→": "–>",
  "←": "<–",
  "↔": "<–>",
  "⇒": "=>",
  "↑": "^",
  "↓": "v",
  "☐": "[ ]",
  "☑": "[x]",
  "☒": "[x]",
  "✓": "[x]",
  "✔": "[x]",
  "✗": "[–]",
  "█": "#",
  "░": "-",
  "▒": "+",
  "■": "#",
  "□": "[ ]",
  "●": "•",
  "○": "o",
  "◦": "-",
  "‣": "•",
  "⚠": "(!)",
  "\u2011": "-",
  "\u202F": "\u00A0",
};

/** Marks that only choose between two looks of the letter before them. */
const LOOKS = /[\uFE00-\uFE0F]/g;
const REPLACEMENT = "\uFFFD";
const PLAIN = /^[ -~\u00A1-\u017F\u2013-\u2014\u2018-\u201D\u2022\u2026]*$/;

/** A text in letters that the font of a PDF has: the same where it can be said, and U+FFFD for each letter that is lost. */
export const drawable = (text: string): string => {
  if (PLAIN.test(text)) return text;
  const known = letters();
  return text
    .normalize("NFC")
    .replace(LOOKS, "")
    .replace(/[^ -~]/gu, (letter) => (known.has(letter.codePointAt(0)!) ? letter : (SIGNS[letter] ?? REPLACEMENT)));
};
