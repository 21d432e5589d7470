import { cutText } from "./cutText.js";

const LINES = 3;

/** Breaks a title into at most three lines, for a label that is drawn in a box; longer titles end in "…". */
export const wrapTitle = (title: string, width = 18): string[] => {
  const lines: string[] = [];
  for (const word of cutText(title, LINES * width).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(cutText(word, width + 4));
  }
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`] : lines;
};
