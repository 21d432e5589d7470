import type { Reference } from "@strideml/plugin-kit";
import { safeLine } from "./safeText.js";

/** Where a claim can be checked, on one line: authors, title, year, address. */
export const referenceLine = ({ title, authors, year, doi, arxiv, url }: Reference): string => {
  const address = doi ? `https://doi.org/${doi}` : arxiv ? `https://arxiv.org/abs/${arxiv}` : (url ?? "");
  return safeLine(`${authors ? `${authors}: ` : ""}${title}, ${year}. ${address}`);
};
