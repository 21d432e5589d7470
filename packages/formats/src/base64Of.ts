import { utf8ToBytes } from "@noble/hashes/utils.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A text as Base64 of its UTF-8 bytes, padded. Source: RFC 4648, section 4. */
export const base64Of = (text: string): string => {
  const bytes = utf8ToBytes(text);
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number) => DIGITS[(bits >> shift) & 63]!;
    groups.push(digit(18) + digit(12) + (second === undefined ? "=" : digit(6)) + (third === undefined ? "=" : digit(0)));
  }
  return groups.join("");
};
