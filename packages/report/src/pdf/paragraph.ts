import type { Content } from "pdfmake/interfaces.js";
import type { Fragment } from "./inlines.js";

/** The layout looks at all words that are left in a text for each word of it, so texts are kept short. */
const LONGEST = 3000;

const pieces = (fragment: Fragment): Fragment[] => {
  const texts = fragment.text.length <= LONGEST ? [fragment.text] : (fragment.text.match(new RegExp(`[^]{1,${LONGEST}}(?:\\s|$)|[^]{1,${LONGEST}}`, "g")) ?? []);
  return texts.map((text) => ({ ...fragment, text }));
};

/** Texts of at most `LONGEST` letters; almost every paragraph is one. */
const groups = (fragments: readonly Fragment[]): Fragment[][] => {
  const all: Fragment[][] = [[]];
  let length = 0;
  for (const piece of fragments.flatMap(pieces)) {
    if (length > 0 && length + piece.text.length > LONGEST) {
      all.push([]);
      length = 0;
    }
    all.at(-1)!.push(piece);
    length += piece.text.length;
  }
  return all;
};

/** Fragments as one paragraph; `look` is how it is set, `name` is how links and the outline find it. */
export const paragraph = (fragments: readonly Fragment[], look: object = {}, name: object = {}): Content => {
  const [first, ...rest] = groups(fragments).map((text) => ({ text }));
  return rest.length === 0 ? { ...first!, ...look, ...name } : { stack: [{ ...first!, ...name }, ...rest], ...look };
};
