/** The value of a JSON text; nothing where it is none. Text in a file that others may have changed never throws. */
export const jsonIn = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
