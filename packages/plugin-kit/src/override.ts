import * as z from "zod";
import { prose } from "./id.js";
import { OVERRIDABLE } from "./overridable.js";

/** A change to an entry of another plugin, said openly: it is told in the provenance of every model. */
export const Override = z.strictObject({
  /** Which list the entry is in. */
  in: z.enum(OVERRIDABLE),
  /** Which entry; the one entry of `scoring` is called `weights`. */
  id: z.string().min(1).max(120),
  /** What is put in the place of the entry's values, by key; keys that are not named stay. */
  set: z.record(z.string().regex(/^(?!id$|__proto__$|constructor$|prototype$)/, "any key of the entry but its id"), z.unknown()),
  /** Why, in a sentence. */
  because: prose(300, 10),
});
export type Override = z.infer<typeof Override>;

/** An override as it was carried out. */
export interface CarriedOverride {
  plugin: string;
  in: Override["in"];
  id: string;
  keys: string[];
  because: string;
}
