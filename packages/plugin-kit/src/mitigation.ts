import * as z from "zod";
import { EFFORTS, MITIGATION_KINDS } from "./closed-lists.js";
import { Condition } from "./condition.js";
import { Id, Prose, prose, Title, title } from "./id.js";
import { LifecycleStage } from "./lifecycle.js";
import { Reference } from "./threat.js";

/** One countermeasure, concrete enough to be a ticket, with a way to verify it. */
export const Mitigation = z.strictObject({
  /** Permanent. In a plugin it begins with the namespace. */
  id: Id,
  /** Earlier ids that still resolve to this entry. */
  aliases: z.array(Id).default([]),
  /** Imperative, as the headline of a ticket. */
  title: Title,
  /** What to do, in two to four sentences. */
  do: Prose,
  /** Criteria that can be failed. */
  acceptance: z.array(prose(500)).min(1).max(6),
  /** How somebody else can tell that it is in place. */
  verify: z.strictObject({
    /** What kind of proof it is. */
    method: z.enum(["test", "inspection", "monitoring", "exercise"]),
    /** A public tool or the kind of tool that does it. */
    tool: prose(300),
    /** What to keep for an auditor. */
    evidence: prose(300),
  }),
  /** As a checklist control: answered yes, no or partly. */
  question: z.string().max(250).regex(/\?$/, "ends in a question mark"),
  /** S: days, M: weeks, L: a project of its own. */
  effort: z.enum(EFFORTS),
  /** The role whose backlog it belongs to. */
  owner: title(60),
  /** When in the life of a system it is put in place. */
  stage: LifecycleStage,
  /** Whether it keeps the attack from working, shows it, or limits what follows. */
  kind: z.enum(MITIGATION_KINDS),
  /** Systems it makes sense for; without it, any. */
  when: Condition.optional(),
  /** Where it is described or was tried. */
  references: z.array(Reference).default([]),
});
export type Mitigation = z.infer<typeof Mitigation>;
