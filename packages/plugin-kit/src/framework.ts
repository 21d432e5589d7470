import * as z from "zod";
import { Condition } from "./condition.js";
import { Day, Id, prose, title, Title, WebAddress } from "./id.js";

/** When a legal requirement binds whom. Law has several dates: one per route. */
export const Application = z.strictObject({
  /** Whom it binds, such as `provider`, `deployer`, `gpai-provider`. */
  roles: z.array(Id).min(1),
  /** The route by which it binds, such as `annex-iii` or `annex-i`; none where there is only one. */
  route: z.optional(Id),
  /** First day of application by the letter of the text. */
  from: Day,
  /** First day on which it can have an effect, where that is later: it attaches to something that is defined only from then. */
  effectiveFrom: z.optional(Day),
  /** Where the wording of the law and its effect differ, why. */
  note: z.optional(prose(500)),
});
export type Application = z.infer<typeof Application>;

/** One item of a framework. Ids and titles are the framework's own; the summary is ours. */
export const Requirement = z.strictObject({
  id: z.string().min(1).max(60),
  title: Title,
  /** Enclosing item of the same framework. */
  parent: z.string().optional(),
  /** Groups such as `function`, `category`, `article`, `technique`; groups alone need no disposition. */
  kind: Id,
  /** True for headings that only hold others. */
  group: z.boolean().default(false),
  aliases: z.array(z.string()).default([]),
  /** In our own words; never a standard's text. */
  summary: z.optional(prose(400)),
  url: z.optional(WebAddress),
  /** Systems it can concern at all; without it, any. */
  when: Condition.optional(),
  /** Why it does not concern other systems, where `when` is given. */
  whenNot: z.optional(prose(200)),
  applies: z.array(Application).default([]),
});
export type Requirement = z.infer<typeof Requirement>;

/** Somebody's list of requirements, in one pinned edition. */
export const Framework = z.strictObject({
  id: Id,
  title: Title,
  /** How people call it, for tables and tabs; without it, the title. */
  shortTitle: z.optional(title(40)),
  edition: z.string().min(1).max(60),
  publisher: Title,
  published: z.optional(Day),
  /** What the licence of the framework lets us carry: ids and titles. */
  licence: prose(500),
  /** Ids and titles only, own summaries, or full text. */
  contentPolicy: z.enum(["ids-and-titles", "own-summary", "full"]),
  url: WebAddress,
  /** Day on which the facts were last checked. */
  asOf: Day,
  amendedBy: z.array(z.strictObject({ title: Title, inForce: Day, url: z.optional(WebAddress) })).default([]),
  sources: z.array(z.strictObject({ title: Title, url: z.optional(WebAddress) })).min(1),
  /** Said once in a report beside the coverage: limits, drafts, conflicts. */
  notes: z.array(prose(600)).default([]),
  requirements: z.array(Requirement).min(1),
});
export type Framework = z.infer<typeof Framework>;
