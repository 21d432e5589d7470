import { searchable, wordIn } from "./words.js";

/** Trust of a zone by words of its name, 0 (anyone) to 5; first match counts. */
const TRUST_WORDS: readonly { trust: number; words: readonly string[] }[] = [
  { trust: 0, words: ["internet", "outside", "public network", "untrusted", "world", "remote user"] },
  { trust: 1, words: ["device", "mobile", "client", "browser", "user", "third party", "supplier", "vendor", "partner"] },
  { trust: 2, words: ["dmz", "edge", "public", "perimeter", "web"] },
  { trust: 4, words: ["training", "private", "corporate", "corp", "internal", "intranet", "database", "restricted", "management", "secure", "business"] },
  { trust: 3, words: ["cloud", "azure", "aws", "gcp", "vpc", "production", "data center", "datacenter", "serving", "cluster", "subnet", "application"] },
];

const UNKNOWN = 2;

/** How far a trust boundary's name suggests that its inside is trusted. */
export const trustOf = (name: string): number => {
  const searched = searchable(name);
  return TRUST_WORDS.find((entry) => wordIn(searched, entry.words))?.trust ?? UNKNOWN;
};
