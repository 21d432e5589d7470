/** The ids that a chain goes through until it comes back to one of them; nothing where it ends. */
export const circleFrom = (start: string, next: ReadonlyMap<string, string | undefined>): string[] | undefined => {
  const seen = new Set<string>();
  for (let id: string | undefined = start; id !== undefined; id = next.get(id)) {
    if (seen.has(id)) return [...seen, id];
    seen.add(id);
  }
  return undefined;
};
