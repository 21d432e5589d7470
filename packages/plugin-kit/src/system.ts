import * as z from "zod";
import { GivenArchitecture } from "./given-architecture.js";
import { Day, Id, Prose, Title } from "./id.js";

/** How far a mitigation is carried out. */
export const MitigationDecision = z.strictObject({
  id: Id,
  status: z.enum(["in-place", "partly", "planned", "not-planned"]),
  owner: Title.optional(),
  reason: Prose.optional(),
  /** Where the proof is kept: a link or a document name. */
  evidence: Prose.optional(),
  due: Day.optional(),
});
export type MitigationDecision = z.infer<typeof MitigationDecision>;

/** What was decided about one finding. Accepting or transferring a risk needs an owner and a reason. */
export const FindingDecision = z
  .strictObject({
    /** `threat@component`, as the report prints it. */
    id: z.string().regex(/^[a-z0-9./-]+@[a-z0-9-]+$/, "threat@component, as the report prints it"),
    status: z.enum(["mitigated", "accepted", "transferred", "avoided", "false-positive"]),
    owner: Title.optional(),
    reason: Prose.optional(),
    /** Last day on which the decision holds; afterwards the finding is open again. */
    expires: Day.optional(),
  })
  .superRefine((decision, context) => {
    for (const key of ["owner", "reason"] as const)
      if (!decision[key]) context.addIssue({ code: "custom", path: [key], message: `a decision "${decision.status}" needs ${key === "owner" ? "an owner" : "a reason"}` });
  });
export type FindingDecision = z.infer<typeof FindingDecision>;

/**
 * The shape of a system file. The answers themselves are checked against the questions of the loaded knowledge
 * (`parseSystem` in core), because plugins may add values.
 */
export const SystemFile = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  system: z.strictObject({
    name: Title,
    description: Prose.optional(),
    owner: Title.optional(),
    version: z.string().max(60).optional(),
  }),
  profile: z.record(z.string(), z.unknown()),
  context: z.record(z.string(), z.unknown()).default({}),
  architecture: GivenArchitecture.optional(),
  decisions: z
    .strictObject({
      mitigations: z.array(MitigationDecision).max(1000).default([]),
      findings: z.array(FindingDecision).max(5000).default([]),
    })
    .default({ mitigations: [], findings: [] }),
});
export type SystemFile = z.infer<typeof SystemFile>;

/** An answer to a question: a choice, a yes or no, or a list of choices. */
export type Answer = string | boolean | string[];

/** Where an answer comes from and, where it was not given, why it was assumed. */
export interface AnswerOrigin {
  given: boolean;
  because: string;
}

/** A checked system: every question has an answer. */
export interface System {
  system: SystemFile["system"];
  /** Every answer by the name that conditions use: `modelType`, `context.training.mode`. */
  answers: Record<string, Answer>;
  origins: Record<string, AnswerOrigin>;
  architecture?: GivenArchitecture;
  decisions: SystemFile["decisions"];
}
