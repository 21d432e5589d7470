/** Controls but tab and line break, invisible direction marks, and halves of characters: nothing that a reader should have to trust. */
const UNSAFE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text of several lines: what cannot be seen or would turn the direction of reading is shown as U+FFFD. */
export const manyLines = (text: string): string => text.replaceAll(/\r\n?/g, "\n").replaceAll(UNSAFE, "\uFFFD");

/**
 * Text as one line without space at its ends.
 * @param most characters (code points) to keep; what is cut off is shown by an ellipsis
 * @param fallback what to write where nothing is left
 */
export const oneLine = (text: string, most = 1000, fallback = "unnamed"): string => {
  // Long text is cut before it is taken apart, so that a text of any length costs the same.
  const line = manyLines(text.slice(0, most * 8))
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = Array.from(line);
  if (characters.length > most)
    return `${characters
      .slice(0, most - 1)
      .join("")
      .trim()}…`;
  return line === "" ? fallback : line;
};
