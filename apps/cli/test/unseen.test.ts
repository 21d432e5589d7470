import { describe, expect, test } from "vitest";
import { shown } from "../../../packages/core/src/index.js";
import { dot, escapeXml } from "../../../packages/diagram/src/index.js";
import { oneLine as exported } from "../../../packages/formats/src/exporters/common/safeText.js";
import { safeLine } from "../../../packages/formats/src/exporters/text/safeText.js";
import { oneLine as imported } from "../../../packages/formats/src/importers/cleanText.js";
import { visibleText } from "../../../packages/report/src/document/visibleText.js";
import { escapeMarkdown } from "../../../packages/report/src/index.js";
import { plain } from "../src/plain.js";

const HIDING = {
  "a control": "\u0007",
  "an escape": "\u001B",
  "half a pair": "\uD83D",
  "no character": "\uFFFE",
  "no character of a further plane": "\u{1FFFF}",
  "a mark of direction": "\u200E",
  "an Arabic mark": "\u061C",
  "a turn of direction": "\u202E",
  "an isolate": "\u2067",
  "a space without width": "\u200B",
  "a joiner of words": "\u2060",
  "an invisible operator": "\u2063",
  "a byte order mark": "\uFEFF",
  "an anchor of notes": "\uFFF9",
  "a tag": "\u{E0041}",
};

const inGraphviz = (text: string) => dot({ system: { name: text }, architecture: { components: [], flows: [], boundaries: [] }, threats: [] });

/** Everything that makes text of others safe, for one kind of file each. */
const WRITERS: Record<string, (text: string) => string> = {
  "messages of checks": shown,
  Markdown: escapeMarkdown,
  "Word and PDF": visibleText,
  "XML and SVG": escapeXml,
  Graphviz: inGraphviz,
  "exported files": exported,
  "exported texts": safeLine,
  "imported texts": (text) => imported(text, 100).text,
  "the terminal": plain,
};

describe.each(Object.entries(WRITERS))("in %s", (_, write) => {
  test.each(Object.entries(HIDING))("%s does not hide", (_name, character) => expect(write(`a${character}b`)).not.toContain(character));

  test.each(["می\u200Cخواهم", "👩\u200D🔬", "naïve ≥ 5 — 漢字"])("%s stays as it is written", (text) => expect(write(text)).toContain(text));
});
