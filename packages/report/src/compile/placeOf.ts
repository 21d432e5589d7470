import { isList, isObject, type Shape } from "./Shape.js";

/** How deep lists within lists are looked through. */
const DEEPEST = 2;

const steps = (shape: Shape): [string, Shape][] =>
  isObject(shape)
    ? Object.entries(shape.object).flatMap(([name, inner]): [string, Shape][] => {
        if (isList(inner)) return [[`{{#each ${name}}}`, inner.list]];
        return isObject(inner) ? [[`{{#with ${name}}}`, inner]] : [];
      })
    : [];

/**
 * The first place where something fits, in the words of a template: `inside {{#each findings}}`.
 * @param around contexts from the outermost to the innermost
 * @param fits whether it fits where the contexts are these
 */
export const placeOf = (around: readonly Shape[], fits: (around: readonly Shape[]) => boolean, inside = ""): string | undefined => {
  const next = steps(around.at(-1)!).map(([open, shape]) => ({ open: inside + open, around: [...around, shape] }));
  const found = next.find((place) => fits(place.around));
  if (found) return `inside ${found.open}`;
  if (around.length >= DEEPEST) return undefined;
  return next.map((place) => placeOf(place.around, fits, place.open)).find((place) => place !== undefined);
};
