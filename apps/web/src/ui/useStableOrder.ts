import { useRef } from "preact/hooks";

/**
 * Entries in the order in which they were first shown. What is ticked off would move to the end of the backlog at once,
 * away from the hand that ticked it.
 */
export const useStableOrder = <T extends { id: string }>(entries: readonly T[]): T[] => {
  const places = useRef(new Map<string, number>()).current;
  for (const { id } of entries) if (!places.has(id)) places.set(id, places.size);
  return entries.toSorted((a, b) => places.get(a.id)! - places.get(b.id)!);
};
