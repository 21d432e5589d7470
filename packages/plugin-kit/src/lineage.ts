/** An id and those of the groups around it, innermost first. Merged knowledge has no circles of groups. */
export const lineage = (id: string, byId: ReadonlyMap<string, { parent?: string | undefined }>): string[] => {
  const ids = [id];
  for (let parent = byId.get(id)?.parent; parent !== undefined; parent = byId.get(parent)?.parent) ids.push(parent);
  return ids;
};
