import { XMLValidator } from "fast-xml-parser";
import Papa from "papaparse";
import { readYaml } from "@strideml/formats";
import type { Exporter } from "@strideml/plugin-kit";

const CELL = /^[=+\-@\t\r].*HYPERLINK/s;

/** Characters that no XML 1.0 can hold and that a terminal takes for orders: all controls but tab and the ends of lines. */
const controlIn = (text: string): string | undefined => /[^\P{Cc}\t\n\r\u007F-\u009F]/u.exec(text)?.[0];

const hexadecimal = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

const inJson = (text: string): string[] => {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`is no JSON: ${(error as Error).message}`];
  }
};

const inCsv = (text: string): string[] =>
  Papa.parse<string[]>(text, { skipEmptyLines: true })
    .data.flat()
    .filter((cell) => CELL.test(cell))
    .slice(0, 1)
    .map((cell) => `has a cell that spreadsheets run as a formula: ${cell.slice(0, 40)}; put a ' before it`);

const inMarkup = (text: string): string[] => (/<img src=x/i.test(text) ? ["has markup out of a name: <img src=x …; escape & < > and quotes"] : []);

const inXml = (text: string): string[] => {
  const valid = XMLValidator.validate(text);
  return [...inMarkup(text), ...(valid === true ? [] : [`is no XML: line ${valid.err.line}: ${valid.err.msg}`])];
};

const inYaml = (text: string): string[] => {
  const source = readYaml(text, "it");
  return source.ok ? [] : source.problems.map(({ message, line }) => `is no YAML: line ${line ?? 1}: ${message}`);
};

/** What is looked at, by the last part of the extension or of the media type. */
const READERS: Readonly<Record<string, (text: string) => string[]>> = {
  json: inJson,
  csv: inCsv,
  tsv: inCsv,
  "tab-separated-values": inCsv,
  html: inMarkup,
  svg: inXml,
  xml: inXml,
  yaml: inYaml,
  yml: inYaml,
};

const kindsOf = ({ extension, mediaType }: Pick<Exporter, "extension" | "mediaType">): string[] => [
  extension.toLowerCase().split(".").at(-1)!,
  mediaType.toLowerCase().split(";")[0]!.split(/[/+]/).at(-1)!,
];

/** How a file would harm whoever opens it: it cannot be read as what it says it is, or a name in it became code. */
export const harmIn = (text: string, exporter: Pick<Exporter, "extension" | "mediaType">): string[] => {
  const readers = new Set(kindsOf(exporter).flatMap((kind) => (Object.hasOwn(READERS, kind) ? [READERS[kind]!] : [])));
  const control = controlIn(text);
  return [
    ...(control === undefined ? [] : [`has the control character ${hexadecimal(control)} out of a name; leave it out or escape it`]),
    ...[...readers].flatMap((read) => read(text)),
  ];
};
