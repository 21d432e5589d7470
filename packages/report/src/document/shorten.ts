/** A text of at most `longest` letters, with an ellipsis for what is left out. */
export const shorten = (text: string, longest: number): string => text.replace(new RegExp(`^([^]{${longest - 1}})[^]{2,}$`, "u"), "$1…");
