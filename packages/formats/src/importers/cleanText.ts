import { withoutUnseen } from "@strideml/plugin-kit";

/** At most `most` characters, never half of a surrogate pair. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\uFFFD$/u, "")
    .trimEnd();

/** One line without control characters. `shortened` when it had to be cut. */
export const oneLine = (text: string, most: number): { text: string; shortened: boolean } => {
  const line = withoutUnseen(text.slice(0, most * 20), "", " ")
    .replace(/\s+/gu, " ")
    .trim();
  return { text: cut(line, most), shortened: line.length > most };
};

/** Several lines without control characters other than line breaks and tabs. */
export const manyLines = (text: string, most: number): { text: string; shortened: boolean } => {
  const lines = withoutUnseen(text.slice(0, most * 20).replace(/\r\n?/gu, "\n"), "\t\n", " ").trim();
  return { text: cut(lines, most), shortened: lines.length > most };
};
