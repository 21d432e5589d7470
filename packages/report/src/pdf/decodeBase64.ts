const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const VALUES = new Uint8Array(128);
for (let index = 0; index < ALPHABET.length; index += 1) VALUES[ALPHABET.charCodeAt(index)] = index;

/** Bytes of a text in base64 (RFC 4648, section 4), with its padding. */
export const decodeBase64 = (text: string): Uint8Array => {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    let group = 0;
    for (let index = 0; index < 4; index += 1) group = group * 64 + (VALUES[text.charCodeAt(from + index)] ?? 0);
    bytes[to] = group >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = (group >> 8) & 255;
    if (to + 2 < bytes.length) bytes[to + 2] = group & 255;
  }
  return bytes;
};
