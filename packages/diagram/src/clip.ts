/** A text of at most so many characters; what is cut off is shown by an ellipsis. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
};
