import * as z from "zod/mini";
import { SHAPES } from "./closed-lists.js";
import { Id, Title } from "./id.js";

/** A concrete component of a system. */
export const Component = z.strictObject({
  id: Id,
  kind: Id,
  title: Title,
  description: z._default(z.string().check(z.maxLength(2000)), ""),
  shape: z._default(z.enum(SHAPES), "process"),
  zone: z.optional(Id),
});
export type Component = z.infer<typeof Component>;

/** Data that goes from one component to another. */
export const Flow = z.strictObject({ id: z.optional(Id), from: Id, to: Id, data: Title });
export type Flow = z.infer<typeof Flow>;

/** A trust boundary: what is inside it shares a level of trust. */
export const Boundary = z.strictObject({ id: Id, title: Title, trust: z._default(z.int().check(z.gte(0), z.lte(5)), 2) });
export type Boundary = z.infer<typeof Boundary>;

/** An architecture given by the user in place of the one that follows from the answers. */
export const GivenArchitecture = z.strictObject({
  components: z.array(Component).check(z.minLength(1), z.maxLength(500)),
  flows: z._default(z.array(Flow).check(z.maxLength(2000)), []),
  boundaries: z._default(z.array(Boundary).check(z.maxLength(100)), []),
});
export type GivenArchitecture = z.infer<typeof GivenArchitecture>;
