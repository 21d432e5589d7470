import { escapeMarkdown } from "../src/index.js";

/** What a user may write to hide, to break a file, or to run something. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "</w:t></w:r><w:r>",
  '{ HYPERLINK "http://evil.example/" }',
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd",
  "]]> <!-- & &amp; %PDF-1.7 endobj stream",
  "(unbalanced \\ parens ))",
  'r:id="rIdabc" w:id="7"',
];

/** Each as a heading, a paragraph and a table cell. */
export const hostileReport = HOSTILE.map(escapeMarkdown)
  .map((text) => `# ${text}\n\nx ${text}\n\n| a | b |\n| :-- | :-- |\n| ${text} | 1 |\n`)
  .join("\n");

/** Controls, halves of surrogate pairs, turned text and non-characters, as nobody escaped them. */
export const UNFIT = "a\u0001b\u000Bc\uD800d\u202Ee\uFFFEf\u0085g\u{1FFFE}h";

/** One of everything that a template can write. */
export const EVERYTHING = `# One of everything

<a id="place"></a>

## A named place

Plain, **bold**, *slanted*, ~~struck~~ and \`code\`, a [link within](#place), a [link out](https://example.org/a?b=1&c=2),
a [script](javascript:alert(1)), a [lost link](#nowhere) and <b>tags</b>.

> A quote.

1. First
2. Second
   - Inner

And from another number:

7. Seventh

Tasks:

- [ ] To do
- [x] Done

---

\`\`\`
some  code
\`\`\`

![Scores of the categories](figure:stride)

![Likelihood and impact](figure:matrix)

![How data flows](figure:dfd)

| | |
| :-- | :-- |
| Fact | Value |
`;

/** A table over several pages. */
export const LONG_TABLE = `# Long table\n\n| Number | Column heading |\n| --: | :-- |\n${Array.from({ length: 150 }, (_, index) => `| ${index + 1} | Row number ${index + 1} of the table |`).join("\n")}\n`;

/** Text as it is read, without the line ends that a page gives it. */
export const squeezed = (text: string): string => text.replace(/\s+/g, "");
