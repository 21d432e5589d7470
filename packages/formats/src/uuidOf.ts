import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** Our own namespace, made once from the DNS namespace and the name `strideml`; it must never change. */
const NAMESPACE = hexToBytes("5c1b4a0e7f0a5b8c9d0e1f2a3b4c5d6e");

/**
 * A UUID that follows from a name, for formats that ask for one: the same name always gives the same id.
 * Source: RFC 9562, section 5.5 (version 5).
 */
export const uuidOf = (...name: readonly string[]): string => {
  const hash = sha1(new Uint8Array([...NAMESPACE, ...utf8ToBytes(name.join("\u0000"))])).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
