import type { PlainSystem } from "@strideml/core";

/** Version of what stands in a shared link. A newer one is refused, never guessed at. */
const VERSION = "1";

/** Longest content of a link that is unpacked, in bytes: a small link must not fill the memory. */
const LARGEST = 1024 * 1024;

const PREFIX = "#share=";

export type Shared = { ok: true; value: unknown; part: string[] } | { ok: false; why: "newer" | "damaged" };

/** The part of the result that is shown where a link names none. */
const FIRST_PART = "overview";

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));

const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> => new Blob([bytes]).stream().pipeThrough(stream);

const collect = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> => {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST) throw new Error("too large");
    parts.push(step.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Whether the address carries a system. */
export const isShared = (hash: string): boolean => hash.startsWith(PREFIX);

/**
 * The address that carries a system in its last part: compressed, never sent to any server.
 * @param part of the result that it leads to, such as a finding
 * @returns nothing for a system that is larger than what is unpacked again
 */
export const shareAddress = async (system: PlainSystem, part: readonly string[] = []): Promise<string | undefined> => {
  const bytes = new TextEncoder().encode(JSON.stringify(system));
  if (bytes.length > LARGEST) return undefined;
  const packed = toBase64Url(await collect(through(bytes, new CompressionStream("deflate-raw"))));
  return `${location.href.split("#")[0]}${PREFIX}${[`${VERSION}.${packed}`, ...part.map(encodeURIComponent)].join("/")}`;
};

/** Reads it again; the content is still to be checked as any input. */
export const readShared = async (hash: string): Promise<Shared> => {
  const [carried = "", ...part] = hash.slice(PREFIX.length).split("/");
  const [version, content] = carried.split(".", 2);
  if (!/^\d+$/.test(version ?? "") || content === undefined) return { ok: false, why: "damaged" };
  if (version !== VERSION) return { ok: false, why: "newer" };
  try {
    const bytes = await collect(through(fromBase64Url(content), new DecompressionStream("deflate-raw")));
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
    return { ok: true, value, part: part.length > 0 ? part.map(decodeURIComponent) : [FIRST_PART] };
  } catch {
    return { ok: false, why: "damaged" };
  }
};
