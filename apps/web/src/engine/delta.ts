/**
 * What became of a value of plain data, so that only that need be sent: `0` where nothing did, a new value, the keys of an
 * object that have new values and those whose values changed, or for each entry of a list its former place and what became of it.
 */
export type Delta = 0 | { value: unknown } | { set: Plain; keys: Record<string, Delta> } | { entries: (Delta | [former: number, Delta])[] };

type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain => value !== null && typeof value === "object" && !Array.isArray(value) && !ArrayBuffer.isView(value);

const idOf = (value: unknown): unknown => (isObject(value) ? value["id"] : undefined);

const ofObjects = (before: Plain, after: Plain): Delta => {
  const names = Object.keys(after);
  const former = Object.keys(before);
  if (names.length !== former.length || names.some((name, index) => name !== former[index])) return { value: after };
  const set: [string, unknown][] = [];
  const keys: [string, Delta][] = [];
  for (const name of names) {
    const delta = deltaOf(before[name], after[name]);
    if (delta === 0) continue;
    if ("value" in delta) set.push([name, delta.value]);
    else keys.push([name, delta]);
  }
  return set.length + keys.length === 0 ? 0 : { set: Object.fromEntries(set), keys: Object.fromEntries(keys) };
};

/** Where entries were before, by what is known of each. Made when first asked: few lists change. */
const placesBy = (before: readonly unknown[], key: (entry: unknown) => unknown) => {
  let places: Map<unknown, number> | undefined;
  return (entry: unknown): number | undefined => (places ??= new Map(before.map((each, index) => [key(each), index]))).get(key(entry));
};

/**
 * Entries with an id are found again by it wherever they went. Others stay where they were; in a list that grew or shrank
 * those after the change are found by all that they say. In one that did not, that would be looking for what is not there.
 */
const ofLists = (before: readonly unknown[], after: readonly unknown[]): Delta => {
  const byId = placesBy(before, idOf);
  const byContent = placesBy(before, JSON.stringify);
  const entries = after.map((entry, index): Delta | [number, Delta] => {
    const id = idOf(entry);
    const former = id === undefined ? index : (byId(entry) ?? before.length);
    const delta = former < before.length ? deltaOf(before[former], entry) : { value: entry };
    if (delta === 0 || id !== undefined) return former === index || former >= before.length ? delta : [former, delta];
    if (before.length === after.length) return delta;
    const moved = byContent(entry);
    return moved === undefined ? delta : [moved, 0];
  });
  return before.length === after.length && entries.every((entry) => entry === 0) ? 0 : { entries };
};

/** What turns one value into another. Both are plain data, as JSON has it. */
export const deltaOf = (before: unknown, after: unknown): Delta => {
  if (Object.is(before, after)) return 0;
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after);
  return isObject(before) && isObject(after) ? ofObjects(before, after) : { value: after };
};

/** The value that came out. What did not change is the same object as before, so that comparing it is quick. */
export const applyDelta = (before: unknown, delta: Delta): unknown => {
  if (delta === 0) return before;
  if ("value" in delta) return delta.value;
  if ("keys" in delta) {
    const after = { ...(before as Plain), ...delta.set };
    for (const name in delta.keys) after[name] = applyDelta(after[name], delta.keys[name]!);
    return after;
  }
  const former = before as unknown[];
  return delta.entries.map((entry, index) => (Array.isArray(entry) ? applyDelta(former[entry[0]], entry[1]) : applyDelta(former[index], entry)));
};
