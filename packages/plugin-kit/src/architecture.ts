import * as z from "zod";
import { Condition } from "./condition.js";
import { Id, Prose, Title } from "./id.js";

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
        description: Prose.max(400),
        shape: z.enum(["process", "store", "actor"]),
        when: Condition.optional(),
        /** The first entry whose condition holds. */
        placed: Placed,
      }),
    )
    .default([]),
  flows: z.array(z.strictObject({ from: Id, to: Id, data: Title, when: Condition.optional() })).default([]),
});
export type ReferenceArchitecture = z.infer<typeof ReferenceArchitecture>;

/** A concrete component of a system. */
export const Component = z.strictObject({
  id: Id,
  kind: Id,
  title: Title,
  description: z.string().max(2000).default(""),
  shape: z.enum(["process", "store", "actor"]).default("process"),
  zone: Id.optional(),
});
export type Component = z.infer<typeof Component>;

/** Data that goes from one component to another. */
export const Flow = z.strictObject({ id: Id.optional(), from: Id, to: Id, data: Title });
export type Flow = z.infer<typeof Flow>;

/** A trust boundary: what is inside it shares a level of trust. */
export const Boundary = z.strictObject({ id: Id, title: Title, trust: z.number().int().min(0).max(5).default(2) });
export type Boundary = z.infer<typeof Boundary>;

/** An architecture given by the user in place of the one that follows from the answers. */
export const GivenArchitecture = z.strictObject({
  components: z.array(Component).min(1).max(500),
  flows: z.array(Flow).max(2000).default([]),
  boundaries: z.array(Boundary).max(100).default([]),
});
export type GivenArchitecture = z.infer<typeof GivenArchitecture>;
