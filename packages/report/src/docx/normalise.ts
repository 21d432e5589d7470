import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Midnight of the first day that a ZIP archive can name; in local time, as the archive's fields are (APPNOTE 6.3.10, 4.4.6). */
const EPOCH = new Date(1980, 0, 1);

const CONTENT_TYPES = "[Content_Types].xml";

/** Marks start with `<`, which stands in no text, so that no words of a user are changed. */
const BOOKMARK = /(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g;
const DRAWING = /(<(?:wp:docPr|wps:cNvPr) id=")\d+"/g;
const RELATIONSHIP = /(<Relationship Id=")([^"]+)"/g;
const HYPERLINK = /(<w:hyperlink [^>]*r:id=")([^"]+)"/g;

/** Numbers things in the order in which they are first met. */
const counter = (prefix: string): ((id: string) => string) => {
  const numbers = new Map<string, string>();
  return (id) => {
    if (!numbers.has(id)) numbers.set(id, `${prefix}${numbers.size + 1}`);
    return numbers.get(id)!;
  };
};

const withDate = (xml: string, date: Date): string => xml.replace(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${date.toISOString().slice(0, 19)}Z`);

/** The library counts bookmarks over the life of a process, and the ids of shapes start anew in each figure. */
const withOwnNumbers = (xml: string): string => {
  const bookmark = counter("");
  let drawings = 0;
  return xml.replace(BOOKMARK, (_, before: string, id: string) => `${before}${bookmark(id)}"`).replace(DRAWING, (_, before: string) => `${before}${(drawings += 1)}"`);
};

/** The library gives links random names. */
const nameLinks = (parts: Map<string, string>): void => {
  const name = counter("link");
  const known = (id: string) => (/^rId\d+$/.test(id) ? id : name(id));
  const [text, relations] = ["word/document.xml", "word/_rels/document.xml.rels"];
  parts.set(text, parts.get(text)!.replace(HYPERLINK, (_, before: string, id: string) => `${before}${known(id)}"`));
  parts.set(relations, parts.get(relations)!.replace(RELATIONSHIP, (_, before: string, id: string) => `${before}${known(id)}"`));
};

/**
 * A document of the library with whatever differs from run to run made the same: times, random names, running numbers,
 * the order of the parts. All parts are XML.
 */
export const normalise = (bytes: Uint8Array, date: Date): Uint8Array => {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith("/"))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
  parts.set("docProps/core.xml", withDate(parts.get("docProps/core.xml")!, date));
  parts.set("word/document.xml", withOwnNumbers(parts.get("word/document.xml")!));
  nameLinks(parts);
  const names = [CONTENT_TYPES, ...[...parts.keys()].filter((name) => name !== CONTENT_TYPES).sort()];
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8(parts.get(name)!)])), { mtime: EPOCH, level: 6 });
};
