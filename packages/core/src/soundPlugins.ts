import type { PlacedProblem, Result } from "@strideml/plugin-kit";

/** Plugins that work together, what they were merged into, and what is wrong with each of the others. */
export interface Sorted<Each, Merged> {
  sound: Each[];
  /** None where no plugin is sound. */
  merged?: Merged;
  wrong: Map<Each, PlacedProblem[]>;
}

/**
 * Parts plugins that are sound from those that are not. A plugin may need what another brings, wherever that stands, so
 * plugins are tried until no further one is sound; one that is broken is never held against the others.
 * @param merge makes one of some plugins and of what the product brings; what is sound keeps its order
 */
export const soundPlugins = async <Each, Merged>(
  all: readonly Each[],
  merge: (some: readonly Each[]) => Result<Merged> | Promise<Result<Merged>>,
): Promise<Sorted<Each, Merged>> => {
  const good = new Set<Each>();
  const wrong = new Map<Each, PlacedProblem[]>();
  const candidates = (extra: Each) => all.filter((each) => good.has(each) || each === extra);
  const together = await merge(all);
  if (together.ok) return { sound: [...all], merged: together.value, wrong };
  let merged: Merged | undefined;
  for (let before = -1; good.size > before;) {
    before = good.size;
    wrong.clear();
    for (const each of all.filter((plugin) => !good.has(plugin))) {
      const tried = await merge(candidates(each));
      if (tried.ok) {
        good.add(each);
        merged = tried.value;
      } else wrong.set(each, tried.problems);
    }
  }
  return { sound: all.filter((each) => good.has(each)), ...(merged !== undefined && { merged }), wrong };
};
