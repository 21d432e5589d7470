import { withoutUnseen } from "@strideml/plugin-kit";

/** Text of several lines: what cannot be seen or would turn the direction of reading is shown as U+FFFD. */
export const manyLines = (text: string): string => withoutUnseen(text.replaceAll(/\r\n?/g, "\n"), "\t\n");

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
