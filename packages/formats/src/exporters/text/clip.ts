/** A text of at most `most` UTF-16 units. A cut shows as an ellipsis and never leaves half a character. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const end = most - 1;
  const last = text.charCodeAt(end - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end)}…`;
};
