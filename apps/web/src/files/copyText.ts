/**
 * Puts a text into the clipboard.
 * @returns whether the browser let us: it may ask the user, and gives pages that came over plain HTTP no clipboard at all
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
