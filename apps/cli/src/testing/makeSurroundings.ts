import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Surroundings } from "@strideml/core";

/** What the engine is told in tests: an engine without a version and a day, so that expected files stay as they are. */
export const makeSurroundings = (): Surroundings => ({ engine: "strideml", date: "2026-01-01", digest: (text) => bytesToHex(sha256(utf8ToBytes(text))) });
