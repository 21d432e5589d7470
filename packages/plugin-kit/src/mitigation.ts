import * as z from "zod";
import { Condition } from "./condition.js";
import { Id, Prose, prose, Title, title } from "./id.js";
import { LifecycleStage } from "./lifecycle.js";
import { Reference } from "./threat.js";

/** One countermeasure, concrete enough to be a ticket, with a way to verify it. */
export const Mitigation = z.strictObject({
  id: Id,
  aliases: z.array(Id).default([]),
  /** Imperative, as the headline of a ticket. */
  title: Title,
  /** What to do, in two to four sentences. */
  do: Prose,
  /** Criteria that can be failed. */
  acceptance: z.array(prose(500)).min(1).max(6),
  verify: z.strictObject({
    method: z.enum(["test", "inspection", "monitoring", "exercise"]),
    /** A public tool or the kind of tool that does it. */
    tool: prose(300),
    /** What to keep for an auditor. */
    evidence: prose(300),
  }),
  /** As a checklist control: answered yes, no or partly. */
  question: z.string().max(250).regex(/\?$/, "ends in a question mark"),
  /** S: days, M: weeks, L: a project of its own. */
  effort: z.enum(["S", "M", "L"]),
  /** The role whose backlog it belongs to. */
  owner: title(60),
  stage: LifecycleStage,
  kind: z.enum(["prevents", "detects", "responds"]),
  /** Systems it makes sense for; without it, any. */
  when: Condition.optional(),
  references: z.array(Reference).default([]),
});
export type Mitigation = z.infer<typeof Mitigation>;
