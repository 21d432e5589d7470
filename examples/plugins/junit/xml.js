/** Everything that XML 1.0 cannot hold, and what turns the direction of reading: shown as a replacement character. */
const IMPOSSIBLE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\t": "&#9;", "\n": "&#10;" };

const visible = (text) => text.replaceAll(/\r\n?/g, "\n").replaceAll(IMPOSSIBLE, "\uFFFD");

/** Text between tags. `>` is escaped too, so that `]]>` cannot stand in it. */
const inText = (text) => visible(text).replaceAll(/[&<>]/g, (char) => ENTITIES[char]);

/** A value between quotes; line breaks survive only as references. */
const inAttribute = (text) => visible(text).replaceAll(/[&<>"'\t\n]/g, (char) => ENTITIES[char]);

/**
 * One element, indented.
 * @param {string} name
 * @param {Record<string, string | number>} attributes in the order in which they are written
 * @param {(string | string[])[]} children lines of other elements, or one text
 * @returns {string[]} lines
 */
export const element = (name, attributes, children = []) => {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${inAttribute(String(value))}"`)].join(" ");
  const [only] = children;
  if (only === undefined) return [`<${head}/>`];
  if (typeof only === "string") return [`<${head}>${inText(only)}</${name}>`];
  return [`<${head}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`];
};
