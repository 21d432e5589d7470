import { addressOf, type Reference } from "@strideml/plugin-kit";
import { safeLine } from "./safeText.js";

/** Where a claim can be checked, on one line: authors, title, year, address. */
export const referenceLine = (reference: Reference): string => {
  const { title, authors, year } = reference;
  return safeLine(`${authors ? `${authors}: ` : ""}${title}, ${year}. ${addressOf(reference) ?? ""}`);
};
