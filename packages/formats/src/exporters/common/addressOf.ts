import type { Reference } from "@strideml/plugin-kit";
import { manyLines } from "./safeText.js";

/** What RFC 3986 lets stand in an address of the web; brackets are left out, which only numeric hosts need. */
const ADDRESS = /^https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#](?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?)?$/i;

/** An address of the web as it may stand in a file; undefined for every other scheme and for what is none. */
export const webAddress = (address: string | undefined): string | undefined => (address !== undefined && address.length <= 2000 && ADDRESS.test(address) ? address : undefined);

const under = (resolver: string, id: string): string => resolver + encodeURI(manyLines(id));

/** Where a reference can be read: its own address, or the one that follows from its DOI or arXiv id. */
export const addressOf = ({ url, doi, arxiv }: Reference): string | undefined => {
  if (url !== undefined) return webAddress(url);
  if (doi !== undefined) return webAddress(under("https://doi.org/", doi));
  return arxiv === undefined ? undefined : webAddress(under("https://arxiv.org/abs/", arxiv));
};
