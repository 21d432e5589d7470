import type { Reference } from "./threat.js";
import { withoutUnseen } from "./unseen.js";

/** Where a reference can be read: at the place that its DOI or arXiv id names for good, or else at its address. */
export const addressOf = ({ doi, arxiv, url }: Pick<Reference, "doi" | "arxiv" | "url">): string | undefined => {
  if (doi !== undefined) return `https://doi.org/${encodeURI(withoutUnseen(doi))}`;
  return arxiv === undefined ? url : `https://arxiv.org/abs/${arxiv}`;
};
