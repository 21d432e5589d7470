/** A Markdown text in two parts: the YAML between two lines of three hyphens at its start, and the rest. */
export interface FrontMatter {
  yaml: string;
  body: string;
}

/** Nothing where the text does not begin with front matter that also ends. */
export const frontMatter = (text: string): FrontMatter | undefined => {
  const plain = text.replace(/^[\uFEFF\s]+/u, "");
  const start = /^---[ \t]*\r?\n/u.exec(plain);
  if (!start) return undefined;
  const rest = plain.slice(start[0].length);
  const end = /^---[ \t]*$/mu.exec(rest.replace(/\r$/gmu, " "));
  return end ? { yaml: rest.slice(0, end.index), body: rest.slice(end.index + end[0].length) } : undefined;
};
