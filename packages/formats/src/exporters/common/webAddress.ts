import { addressOf, type Reference } from "@strideml/plugin-kit";

/** What RFC 3986 lets stand in an address of the web; brackets are left out, which only numeric hosts need. */
const ADDRESS = /^https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#](?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?)?$/i;

/** An address of the web as it may stand in a file; undefined for every other scheme and for what is none. */
export const webAddress = (address: string | undefined): string | undefined => (address !== undefined && address.length <= 2000 && ADDRESS.test(address) ? address : undefined);

/** Where a reference can be read, as it may stand in a file. */
export const webAddressOf = (reference: Reference): string | undefined => webAddress(addressOf(reference));
