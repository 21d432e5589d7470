/** Longest text that is searched for words. */
const MOST = 20_000;

const spaced = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

/** A text made ready to be searched: lower case, one space between words, `WebAPI` also as `web api`. */
export const searchable = (text: string): string => {
  const part = text.slice(0, MOST);
  const split = part.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, " ");
  return ` ${spaced(part)} | ${spaced(split)} `;
};

/** The first of the words that the searchable text has as whole words, in the singular or plural. */
export const wordIn = (searched: string, words: readonly string[]): string | undefined => words.find((word) => searched.includes(` ${word} `) || searched.includes(` ${word}s `));
