/** Lines around a difference that are shown with it. */
const AROUND = 2;

/** Lines of each side that are shown at most, and characters of each. */
const MOST = 20;
const WIDEST = 160;

const shortened = (lines: readonly string[], sign: string): string[] => [
  ...lines.slice(0, MOST).map((line) => `${sign} ${line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line}`),
  ...(lines.length > MOST ? [`${sign} … ${lines.length - MOST} more lines`] : []),
];

const common = (a: readonly string[], b: readonly string[]): number => {
  const index = a.findIndex((line, at) => line !== b[at]);
  return index === -1 ? Math.min(a.length, b.length) : index;
};

const ofTexts = (expected: string, actual: string): string[] => {
  const [before, after] = [expected.split("\n"), actual.split("\n")];
  const head = Math.min(common(before, after), before.length, after.length);
  const rest = [before.slice(head), after.slice(head)] as const;
  const tail = Math.min(common(rest[0].toReversed(), rest[1].toReversed()), rest[0].length, rest[1].length);
  return [
    `from line ${head + 1} on:`,
    ...shortened(before.slice(Math.max(0, head - AROUND), head), " "),
    ...shortened(rest[0].slice(0, rest[0].length - tail), "-"),
    ...shortened(rest[1].slice(0, rest[1].length - tail), "+"),
    ...shortened(rest[0].slice(rest[0].length - tail).slice(0, AROUND), " "),
  ];
};

const ofBytes = (expected: Uint8Array, actual: Uint8Array): string[] => {
  const at = expected.findIndex((byte, index) => byte !== actual[index]);
  return [`${expected.length} bytes expected, ${actual.length} made; they differ from byte ${at === -1 ? Math.min(expected.length, actual.length) : at} on`];
};

/** How two contents differ, for people: `-` was expected, `+` was made. Empty where they do not. */
export const readableDifference = (expected: string | Uint8Array, actual: string | Uint8Array): string[] => {
  if (typeof expected === "string" && typeof actual === "string") return expected === actual ? [] : ofTexts(expected, actual);
  const [before, after] = [Buffer.from(expected), Buffer.from(actual)];
  return before.equals(after) ? [] : ofBytes(before, after);
};
