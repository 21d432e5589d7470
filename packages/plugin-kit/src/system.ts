import * as z from "zod/mini";
import { FINDING_DECISIONS, PROGRESS } from "./closed-lists.js";
import { GivenArchitecture } from "./given-architecture.js";
import { Day, Id, Prose, Title } from "./id.js";

/** How far a mitigation is carried out. */
export const MitigationDecision = z.strictObject({
  id: Id,
  status: z.enum(PROGRESS),
  owner: z.optional(Title),
  reason: z.optional(Prose),
  /** Where the proof is kept: a link or a document name. */
  evidence: z.optional(Prose),
  due: z.optional(Day),
});
export type MitigationDecision = z.infer<typeof MitigationDecision>;

/** What was decided about one finding. Accepting or transferring a risk needs an owner and a reason. */
export const FindingDecision = z
  .strictObject({
    /** `threat@component`, as the report prints it. */
    id: z.string().check(z.regex(/^[a-z0-9./-]+@[a-z0-9-]+$/, "threat@component, as the report prints it")),
    status: z.enum(FINDING_DECISIONS),
    owner: z.optional(Title),
    reason: z.optional(Prose),
    /** Last day on which the decision holds; afterwards the finding is open again. */
    expires: z.optional(Day),
  })
  .check(
    z.superRefine((decision, context) => {
      for (const key of ["owner", "reason"] as const)
        if (!decision[key]) context.addIssue({ code: "custom", path: [key], message: `a decision "${decision.status}" needs ${key === "owner" ? "an owner" : "a reason"}` });
    }),
  );
export type FindingDecision = z.infer<typeof FindingDecision>;

/**
 * The shape of a system file. The answers themselves are checked against the questions of the loaded knowledge
 * (`parseSystem` in core), because plugins may add values.
 */
export const SystemFile = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  system: z.strictObject({
    name: Title,
    description: z.optional(Prose),
    owner: z.optional(Title),
    version: z.optional(z.string().check(z.maxLength(60))),
  }),
  profile: z.record(z.string(), z.unknown()),
  context: z._default(z.record(z.string(), z.unknown()), {}),
  architecture: z.optional(GivenArchitecture),
  /** Answers to questionnaires, by questionnaire and question; checked against the loaded knowledge. */
  questionnaires: z._default(z.record(Id, z.record(z.string(), z.unknown())), {}),
  decisions: z._default(
    z.strictObject({
      mitigations: z._default(z.array(MitigationDecision).check(z.maxLength(1000)), []),
      findings: z._default(z.array(FindingDecision).check(z.maxLength(5000)), []),
    }),
    { mitigations: [], findings: [] },
  ),
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
  /** Answers by questionnaire and question; none where nobody knows yet. */
  questionnaires: Record<string, Record<string, Answer>>;
  decisions: SystemFile["decisions"];
}
