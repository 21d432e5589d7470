/**
 * Shortens a text to a limit, at a word where one ends near, and marks the cut with "…".
 * @param limit most UTF-16 code units of the result, at least 1; the strictest way in which consumers count
 */
export const cutText = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  // A half of a surrogate pair is no character.
  const room = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = room.search(/\s\S*$/);
  return `${(space > room.length / 2 ? room.slice(0, space) : room).trimEnd()}…`;
};
