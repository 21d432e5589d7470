import * as z from "zod";
import { Condition } from "./condition.js";
import { Id, prose, Title } from "./id.js";

/** A change to a value under a condition, with its reason. `add` is in points of the 1-5 scale. */
export const Adjustment = z.strictObject({
  /** Systems that it moves the value for. */
  when: Condition,
  /** Points up or down. */
  add: z.number().min(-4).max(4),
  /** The reason that the score shows. */
  because: prose(300),
});
export type Adjustment = z.infer<typeof Adjustment>;

/**
 * A table from the answers to one question to a value from 1 to 5, each with its reason:
 * how exposed a way in is, or how much harm a loss does.
 */
export const Scale = z.strictObject({
  id: Id,
  title: Title,
  /** The answer it reads, as conditions name it: `accessLevel`, `context.consequence`. */
  by: z.string(),
  values: z.record(z.string(), z.strictObject({ value: z.number().min(1).max(5), because: prose(300) })),
  adjust: z.array(Adjustment).default([]),
});
export type Scale = z.infer<typeof Scale>;
