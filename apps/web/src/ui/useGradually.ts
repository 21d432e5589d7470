import { useEffect, useState } from "preact/hooks";

/** Entries that are drawn in one go; more would hold up a slow processor for longer than a tenth of a second. */
const STEP = 10;

/**
 * The first entries of a list at once, and the others a few at a time.
 * @param step how many in one go: fewer where an entry is large
 */
export const useGradually = <T>(entries: readonly T[], step = STEP): readonly T[] => {
  const [count, setCount] = useState(step);
  const more = count < entries.length;
  // Effects run when what was drawn has been painted.
  useEffect(() => {
    if (!more) return undefined;
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [more, count]);
  return more ? entries.slice(0, count) : entries;
};
