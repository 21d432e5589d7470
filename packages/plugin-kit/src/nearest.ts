/** Fewest single-character edits and swaps that turn `a` into `b` (optimal string alignment distance). */
const distance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  return rows[a.length]![b.length]!;
};

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * The candidate that somebody who wrote `word` probably meant, or none.
 * Compares letters and digits only, so that `modeltype`, `model_type` and `model-type` all find `modelType`.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  if (word.length > 80) return undefined;
  const wanted = letters(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = letters(candidate);
    if (other === wanted) return candidate;
    const edits = other.length > 2 && wanted.length > 2 && (other.startsWith(wanted) || wanted.startsWith(other)) ? 1 : distance(wanted, other);
    // With every letter exchanged nothing is alike.
    if (edits < least && edits < Math.max(wanted.length, other.length)) [best, least] = [candidate, edits];
  }
  return best;
};

/** `did you mean X?`, or nothing where no candidate is near. */
export const didYouMean = (word: string, candidates: Iterable<string>): string | undefined => {
  const guess = nearest(word, candidates);
  return guess === undefined ? undefined : `did you mean ${guess}?`;
};
