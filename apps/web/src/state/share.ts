import type { PlainSystem } from "@strideml/core";

/** Version of what stands in a shared link. A newer one is refused, never guessed at. */
const VERSION = "1";

/** Longest content of a link that is unpacked, in bytes: a small link must not fill the memory. */
const LARGEST = 1024 * 1024;

const PREFIX = "#share=";

export type Shared = { ok: true; value: unknown } | { ok: false; why: "newer" | "damaged" };

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

/** The part of the address that carries a system: compressed, never sent to any server. */
export const shareHash = async (system: PlainSystem): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(system));
  return `${PREFIX}${VERSION}.${toBase64Url(await collect(through(bytes, new CompressionStream("deflate-raw"))))}`;
};

/** Reads it again; the content is still to be checked as any input. */
export const readShared = async (hash: string): Promise<Shared> => {
  const [version, content] = hash.slice(PREFIX.length).split(".", 2);
  if (!/^\d+$/.test(version ?? "") || content === undefined) return { ok: false, why: "damaged" };
  if (version !== VERSION) return { ok: false, why: "newer" };
  try {
    const bytes = await collect(through(fromBase64Url(content), new DecompressionStream("deflate-raw")));
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return { ok: false, why: "damaged" };
  }
};
