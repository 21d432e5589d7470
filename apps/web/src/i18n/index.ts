import { en } from "./en.js";
import type { Words } from "./Words.js";

export const LOCALES = { en: "English", de: "Deutsch", fr: "Français" } as const;
export type Locale = keyof typeof LOCALES;

const LOADERS: Record<Locale, () => Promise<Words>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import("./de.js")).de,
  fr: async () => (await import("./fr.js")).fr,
};

export const loadWords = (locale: Locale): Promise<Words> => LOADERS[locale]();

const STORED = "strideml.locale";

const isLocale = (value: string | null | undefined): value is Locale => value !== null && value !== undefined && Object.hasOwn(LOCALES, value);

/** The language chosen before, or the first of the browser's that is known. */
export const preferredLocale = (): Locale => {
  try {
    const stored = localStorage.getItem(STORED);
    if (isLocale(stored)) return stored;
  } catch {
    // Storage may be blocked; the browser's languages remain.
  }
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? "en";
};

export const rememberLocale = (locale: Locale): void => {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
};
