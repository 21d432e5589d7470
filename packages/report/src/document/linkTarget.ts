/** Where a link leads: a place within the document, or an address outside it. */
export type LinkTarget = { anchor: string } | { url: string };

/** Addresses that a reader may be led to, in the characters of RFC 3986 or beyond ASCII; longer ones some readers refuse. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"{}|\\^`\p{C}]{1,2000}$/iu;

/** The target of a link, or nothing where it is unknown, unsafe (a script, a file) or no address at all: the words then stand alone. */
export const linkTarget = (address: string, anchors: ReadonlySet<string>): LinkTarget | undefined => {
  if (address.startsWith("#")) return anchors.has(address.slice(1)) ? { anchor: address.slice(1) } : undefined;
  return ADDRESS.test(address) ? { url: encodeURI(address).replace(/%25([0-9A-F]{2})/gi, "%$1") } : undefined;
};
