/** One file of a new plugin; the path is relative to its folder. */
export interface ScaffoldFile {
  path: string;
  text: string;
}

/** A value as the JSON files of a package are written. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
