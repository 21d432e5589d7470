/**
 * Finds circles among ids of which each leads to at most one other. The function given back says what the chain from an id
 * goes through until it comes back to one of them; nothing where it ends. It walks no part of a chain twice.
 */
export const circleFinder = (next: ReadonlyMap<string, string | undefined>): ((start: string) => string[] | undefined) => {
  const ends = new Set<string>();
  return (start) => {
    const seen = new Set<string>();
    for (let id: string | undefined = start; id !== undefined && !ends.has(id); id = next.get(id)) {
      if (seen.has(id)) return [...seen, id];
      seen.add(id);
    }
    for (const id of seen) ends.add(id);
    return undefined;
  };
};
