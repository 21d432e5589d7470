import * as z from "zod";
import { Id, Title } from "./id.js";

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
