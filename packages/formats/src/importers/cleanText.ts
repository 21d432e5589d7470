/** Control characters, and characters that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be taken out
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/gu;

/** At most `most` characters, never half of a surrogate pair. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\uFFFD$/u, "")
    .trimEnd();

/** One line without control characters. `shortened` when it had to be cut. */
export const oneLine = (text: string, most: number): { text: string; shortened: boolean } => {
  const line = text
    .slice(0, most * 20)
    .replace(CONTROLS, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return { text: cut(line, most), shortened: line.length > most };
};

/** Several lines without control characters other than line breaks and tabs. */
export const manyLines = (text: string, most: number): { text: string; shortened: boolean } => {
  const lines = text
    .slice(0, most * 20)
    .replace(/\r\n?/gu, "\n")
    .replace(CONTROLS, " ")
    .trim();
  return { text: cut(lines, most), shortened: lines.length > most };
};
