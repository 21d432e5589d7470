/** Widths of the letters from space to tilde in thousandths of the size; Helvetica, and so Arial and what replaces it. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 222, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667,
  722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 222, 556, 556, 500, 556, 556,
  278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const FIRST = 32;
const LATIN = 0.56;
const WIDE = 1;
/** From here on letters are mostly as wide as they are high. */
const FIRST_WIDE = 0x2e80;

/** Width of a letter as a part of the size it is set in. Bold letters are about 7 % wider. */
export const letterWidth = (letter: string): number => {
  const code = letter.codePointAt(0) ?? FIRST;
  const known = WIDTHS[code - FIRST];
  return known === undefined ? (code < FIRST_WIDE ? LATIN : WIDE) : known / 1000;
};

/** Width of a line as a multiple of the size it is set in. */
export const lineWidth = (text: string): number => {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
};
