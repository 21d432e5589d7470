/** A parsed object of unknown content. Only keys that are written in the code are ever read from it. */
export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = Object.freeze({});

export const isFields = (value: unknown): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value);

/** The object, or one without keys. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : NOTHING);

/** The list, or an empty one. A lone value counts as a list of one, as YAML and XML write it. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);

/** Text or number as text; nothing when it is blank. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
};

export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

/** Every text in a value or list of values. */
export const textsOf = (value: unknown): string[] => listOf(value).flatMap((item) => textOf(item) ?? []);
