import * as z from "zod";
import { SHAPES } from "./closed-lists.js";
import { Condition } from "./condition.js";
import { Id, prose, Title } from "./id.js";

const Placed = z.array(z.strictObject({ when: Condition.optional(), zone: Id })).min(1);

/** A part of the reference architecture: what a system with these answers consists of. */
export const ReferenceArchitecture = z.strictObject({
  id: Id,
  zones: z.array(z.strictObject({ id: Id, title: Title, /** Least trusted first. */ trust: z.number().int().min(0).max(5) })).default([]),
  components: z
    .array(
      z.strictObject({
        id: Id,
        kind: Id,
        title: Title,
        description: prose(400),
        shape: z.enum(SHAPES),
        when: Condition.optional(),
        /** The first entry whose condition holds. */
        placed: Placed,
      }),
    )
    .default([]),
  flows: z.array(z.strictObject({ from: Id, to: Id, data: Title, when: Condition.optional() })).default([]),
});
export type ReferenceArchitecture = z.infer<typeof ReferenceArchitecture>;
