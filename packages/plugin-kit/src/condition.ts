import * as z from "zod";
import { Day } from "./id.js";

const Scalar = z.union([z.string().max(100), z.boolean()]);

/**
 * How one answer is compared:
 * - a value: the answer equals it (for a list of answers: contains it);
 * - a list: the answer is one of them;
 * - `atLeast` / `atMost`: by the rank of the value, for questions whose values are ordered;
 * - `before`: an earlier day, for questions that ask for a day;
 * - `none`: the list of answers is empty: the question was answered with "none of these".
 */
export const Matcher = z.union([
  Scalar,
  z.array(Scalar).min(1).max(40),
  z.strictObject({ atLeast: z.string() }),
  z.strictObject({ atMost: z.string() }),
  z.strictObject({ before: Day }),
  z.strictObject({ none: z.literal(true) }),
]);
export type Matcher = z.infer<typeof Matcher>;

/**
 * A closed little language over the answers, so that data can say when it applies without being code.
 * `{ modelType: [llm, rag], "context.capabilities.tools": true }` holds when every named answer matches;
 * `all`, `any` and `not` combine conditions. Profile answers go by their name, refinements by `context.…`.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { [answer: string]: Matcher };

const Answers = z
  .record(z.string().regex(/^(?!(?:all|any|not|__proto__|constructor|prototype)$)[A-Za-z][A-Za-z0-9.-]*$/), Matcher)
  .refine((answers) => Object.keys(answers).length > 0, "names at least one answer");

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([z.strictObject({ all: z.array(Condition).min(1) }), z.strictObject({ any: z.array(Condition).min(1) }), z.strictObject({ not: Condition }), Answers]),
);
