import { useEffect, useState } from "preact/hooks";

/** Entries that are drawn in one go; more would hold up a slow processor for longer than a tenth of a second. */
const STEP = 15;

/** The first entries of a list at once, and the others a few at a time. */
export const useGradually = <T>(entries: readonly T[]): readonly T[] => {
  const [count, setCount] = useState(STEP);
  const more = count < entries.length;
  useEffect(() => {
    if (!more) return undefined;
    const timer = setTimeout(() => setCount(count + STEP));
    return () => clearTimeout(timer);
  }, [more, count]);
  return more ? entries.slice(0, count) : entries;
};
