/** A value as the text of a JSON file. */
export const jsonText = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
