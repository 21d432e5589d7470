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
  /** As the framework numbers it: `Art. 9`, `MAP 1.1`. */
  id: z.string().min(1).max(60),
  /** As the framework calls it. */
  title: Title,
  /** Enclosing item of the same framework. */
  parent: z.string().optional(),
  /** Groups such as `function`, `category`, `article`, `technique`; groups alone need no disposition. */
  kind: Id,
  /** True for headings that only hold others. */
  group: z.boolean().default(false),
  /** Other ways to write the id. */
  aliases: z.array(z.string()).default([]),
  /** In our own words; never a standard's text. */
  summary: z.optional(prose(400)),
  /** Where this item can be read. */
  url: z.optional(WebAddress),
  /** Systems it can concern at all; without it, any. */
  when: Condition.optional(),
  /** Why it does not concern other systems, where `when` is given. */
  whenNot: z.optional(prose(200)),
  /** For law: when it binds whom, by route. */
  applies: z.array(Application).default([]),
});
export type Requirement = z.infer<typeof Requirement>;

/** Somebody's list of requirements, in one pinned edition. */
export const Framework = z.strictObject({
  /** In a plugin it begins with the namespace: `acme/controls`. */
  id: Id,
  /** Its full name. */
  title: Title,
  /** How people call it, for tables and tabs; without it, the title. */
  shortTitle: z.optional(title(40)),
  /** The one edition that the requirements are of. */
  edition: z.string().min(1).max(60),
  /** Who issued it. */
  publisher: Title,
  /** When this edition came out. */
  published: z.optional(Day),
  /** What the licence of the framework lets us carry: ids and titles. */
  licence: prose(500),
  /** Ids and titles only, own summaries, or full text. */
  contentPolicy: z.enum(["ids-and-titles", "own-summary", "full"]),
  /** Where the framework itself is. */
  url: WebAddress,
  /** Day on which the facts were last checked. */
  asOf: Day,
  /** Later acts that changed it, with the day they came into force. */
  amendedBy: z
    .array(
      z.strictObject({
        /** As one cites the act. */
        title: Title,
        /** First day. */
        inForce: Day,
        /** Where it can be read. */
        url: z.optional(WebAddress),
      }),
    )
    .default([]),
  /** What the requirements and dates were taken from. */
  sources: z
    .array(
      z.strictObject({
        /** As one cites it. */
        title: Title,
        /** Where it can be read. */
        url: z.optional(WebAddress),
      }),
    )
    .min(1),
  /** For law: the route that most of it binds by, which goes without saying beside a day. */
  usualRoute: z.optional(Id),
  /** Said once in a report beside the coverage: limits, drafts, conflicts. */
  notes: z.array(prose(600)).default([]),
  /** All of it, groups included, so that coverage can be told both ways. */
  requirements: z.array(Requirement).min(1),
});
export type Framework = z.infer<typeof Framework>;
