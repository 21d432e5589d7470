import { zlibSync } from "fflate";
import type { PdfKitDocument, Reference } from "./PdfKit.js";

const LEVEL = 6;

const join = (chunks: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** Metadata stays readable for those who look for it without reading PDF. */
const isCompressed = ({ buffer, data }: Reference): boolean => buffer.length > 0 && data.Filter === undefined && data.Type !== "Metadata";

/**
 * Compresses the streams of a document, in place of PDFKit: the compression of Node differs between its versions and from
 * that of browsers, and the same model is to give the same bytes everywhere. Source: ISO 32000-1, 7.4.4.
 */
export const compressStreams = (doc: PdfKitDocument): void => {
  const create = doc.ref.bind(doc);
  doc.ref = (data) => {
    const reference = create(data);
    const write = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (isCompressed(reference)) {
        reference.buffer = [zlibSync(join(reference.buffer), { level: LEVEL })];
        reference.data.Filter = "FlateDecode";
      }
      write();
    };
    return reference;
  };
};
