/** Edits between two words. Source: Levenshtein, Soviet Physics Doklady 10(8), 1966. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** A hint where one of the known names is near enough to be meant. */
export const meant = (name: string, known: readonly string[]): string | undefined => {
  const best = known.map((each) => [distance(name, each), each] as const).toSorted((a, b) => a[0] - b[0])[0];
  return best && best[0] <= Math.max(1, Math.floor(name.length / 3)) ? `did you mean ${best[1]}?` : undefined;
};
