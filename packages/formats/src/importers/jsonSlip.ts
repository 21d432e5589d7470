/** One token: string, number or word, or a sign. The quantifiers exclude one another, so matching takes linear time. */
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const TOKEN = /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y;

/** Texts beyond this are told without a place. */
const MOST = 1_000_000;

type Want = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "nothing";

const afterValue = (open: readonly string[]): Want => (open.length === 0 ? "nothing" : ", or end");

/** What may follow a token, or nothing where it must not be there. `open` is changed. */
const next = (want: Want, token: string, isText: boolean, isSign: boolean, open: string[]): Want | undefined => {
  const last = open.at(-1);
  const closes =
    (token === "}" && last === "{" && (want === ", or end" || want === "key or }")) || (token === "]" && last === "[" && (want === ", or end" || want === "value or ]"));
  if (closes) {
    open.pop();
    return afterValue(open);
  }
  if (want === "value" || want === "value or ]") {
    if (!isSign) return afterValue(open);
    if (token !== "{" && token !== "[") return undefined;
    open.push(token);
    return token === "{" ? "key or }" : "value or ]";
  }
  if (want === "key" || want === "key or }") return isText ? ":" : undefined;
  if (want === ":") return token === ":" ? "value" : undefined;
  if (want === ", or end" && token === ",") return last === "{" ? "key" : "value";
  return undefined;
};

const offsetOf = (text: string): number => {
  const open: string[] = [];
  let want: Want | undefined = "value";
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const token = match?.[1] ?? match?.[2] ?? match?.[3];
    if (!match || token === undefined) break;
    want = next(want, token, match[1] !== undefined, match[3] !== undefined, open);
    if (want === undefined) return TOKEN.lastIndex - token.length;
    at = TOKEN.lastIndex;
  }
  return at + /^[ \t\r\n]*/u.exec(text.slice(at))![0].length;
};

/**
 * Where a text that is no JSON stops being it. Engines tell it in words that differ, or not at all.
 * @returns line and column from 1; nothing for texts over a million characters
 * Source of the grammar: RFC 8259.
 */
export const jsonSlip = (text: string): { line?: number; column?: number } => {
  if (text.length > MOST) return {};
  try {
    const before = text.slice(0, offsetOf(text)).split("\n");
    return { line: before.length, column: before.at(-1)!.length + 1 };
  } catch {
    // A single string of a million escapes exhausts the engine's matcher.
    return {};
  }
};
