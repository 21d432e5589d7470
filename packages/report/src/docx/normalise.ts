import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Midnight of the first day that a ZIP archive can name; in local time, as the archive's fields are (APPNOTE 6.3.10, 4.4.6). */
const EPOCH = new Date(1980, 0, 1);

const CONTENT_TYPES = "[Content_Types].xml";
const CORE = "docProps/core.xml";
const TEXT = "word/document.xml";
const RELATIONS = "word/_rels/document.xml.rels";

/** Marks start with `<`, which stands in no text, so that no words of a user are changed. */
const BOOKMARK = /(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g;
const DRAWING = /(<wp:docPr id=")\d+"/g;
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

/** The library counts bookmarks and drawings over the life of a process. */
const withOwnNumbers = (xml: string): string => {
  const bookmark = counter("");
  let drawings = 0;
  return xml.replace(BOOKMARK, (_, before: string, id: string) => `${before}${bookmark(id)}"`).replace(DRAWING, (_, before: string) => `${before}${(drawings += 1)}"`);
};

/** The library gives links random names. */
const nameLinks = (parts: Map<string, string>): void => {
  const name = counter("link");
  const known = (id: string) => (/^rId\d+$/.test(id) ? id : name(id));
  parts.set(
    TEXT,
    parts.get(TEXT)!.replace(HYPERLINK, (_, before: string, id: string) => `${before}${known(id)}"`),
  );
  parts.set(
    RELATIONS,
    parts.get(RELATIONS)!.replace(RELATIONSHIP, (_, before: string, id: string) => `${before}${known(id)}"`),
  );
};

/** The library has no word for metafiles; they come as pictures of another kind. */
const METAFILE = '<Default ContentType="image/x-emf" Extension="emf"/>';
const metafileName = (name: string): string => name.replace(/^(word\/media\/.*)\.png$/, "$1.emf");

const nameMetafiles = (parts: Map<string, string>): void => {
  parts.set(RELATIONS, parts.get(RELATIONS)!.replace(/(<Relationship [^>]*Target="media\/[^"]*)\.png"/g, '$1.emf"'));
  parts.set(
    CONTENT_TYPES,
    parts.get(CONTENT_TYPES)!.replace(/<Types [^>]*>/, (types) => `${types}${METAFILE}`),
  );
};

const textsOf = (files: Record<string, Uint8Array>): Map<string, string> =>
  new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  );

const mediaOf = (files: Record<string, Uint8Array>): [string, Uint8Array][] =>
  Object.entries(files)
    .filter(([name]) => name.startsWith("word/media/") && !name.endsWith("/"))
    .map(([name, content]) => [metafileName(name), content]);

/**
 * A document of the library with whatever differs from run to run made the same: times, random names, running numbers,
 * the order of the parts.
 */
export const normalise = (bytes: Uint8Array, date: Date): Uint8Array => {
  const files = unzipSync(bytes);
  const texts = textsOf(files);
  texts.set(CORE, withDate(texts.get(CORE)!, date));
  texts.set(TEXT, withOwnNumbers(texts.get(TEXT)!));
  nameLinks(texts);
  nameMetafiles(texts);
  const parts = [...[...texts].map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]), ...mediaOf(files)];
  // Readers look for the content types first; the other parts are in the order of their names.
  const rank = (name: string) => (name === CONTENT_TYPES ? "" : name);
  parts.sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return zipSync(Object.fromEntries(parts), { mtime: EPOCH, level: 6 });
};
