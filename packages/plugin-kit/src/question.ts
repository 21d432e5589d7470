import * as z from "zod";
import { Condition } from "./condition.js";
import { Prose, Title } from "./id.js";

/** One possible answer. */
export const Choice = z.strictObject({
  /** What files and conditions call it. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** What people read. */
  label: Title,
  /** What choosing it means, for somebody who hesitates. */
  help: Prose,
  /** Place in the order, where the question has one. Values may share a rank. */
  rank: z.number().int().optional(),
});
export type Choice = z.infer<typeof Choice>;

const Default = z.strictObject({ when: Condition.optional(), value: z.union([z.string(), z.boolean()]), because: Prose });

/**
 * One question about the system. `profile.*` questions are the four answers and are required;
 * `context.*` questions refine them and have defaults that follow from the answers.
 * For `choice` and `boolean` the first matching default counts; for `list` every matching default adds its value.
 */
export const Question = z.strictObject({
  /** No part of it reaches into the language: such a key is never accepted in a file. */
  id: z.string().regex(/^(?:profile|context)(?:\.(?!(?:constructor|prototype)(?:\.|$))[A-Za-z]+)+$/),
  type: z.enum(["choice", "boolean", "list"]),
  title: Title,
  /** Why the answer matters for the threat model. */
  why: Prose,
  /** What counts as which answer, for somebody who hesitates. */
  help: z.optional(Prose),
  choices: z.array(Choice).default([]),
  defaults: z.array(Default).default([]),
  order: z.number().int(),
});
export type Question = z.infer<typeof Question>;
