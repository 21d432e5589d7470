import * as z from "zod/mini";
import { FINDING_DECISIONS, PROGRESS } from "./closed-lists.js";
import { GivenArchitecture } from "./given-architecture.js";
import { Day, Id, Prose, Title } from "./id.js";

/** How far a mitigation is carried out. */
export const MitigationDecision = z.strictObject({
  /** Of the mitigation, as `strideml list mitigations` prints it. */
  id: Id,
  /** How far it is carried out. */
  status: z.enum(PROGRESS),
  /** Who answers for it. */
  owner: z.optional(Title),
  /** Why, above all where it is not planned. */
  reason: z.optional(Prose),
  /** Where the proof is kept: a link or a document name. */
  evidence: z.optional(Prose),
  /** Day by which it is to be in place. */
  due: z.optional(Day),
});
export type MitigationDecision = z.infer<typeof MitigationDecision>;

/** What was decided about one finding. Accepting or transferring a risk needs an owner and a reason. */
export const FindingDecision = z
  .strictObject({
    /** `threat@component`, as the report prints it. */
    id: z.string().check(z.regex(/^[a-z0-9./-]+@[a-z0-9-]+$/, "threat@component, as the report prints it")),
    /** What was decided. An accepted or transferred risk keeps its score. */
    status: z.enum(FINDING_DECISIONS),
    /** Who decided; required. */
    owner: z.optional(Title),
    /** On what grounds; required. */
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
  /** For editors. */
  $schema: z.optional(z.string()),
  /** Of this format. */
  schemaVersion: z.literal(1),
  /** What every report says of the system. */
  system: z.strictObject({
    /** As the report is headed. */
    name: Title,
    /** What it does and for whom, in a few sentences. */
    description: z.optional(Prose),
    /** Person or team that answers for it. */
    owner: z.optional(Title),
    /** Of the system, not of this file. */
    version: z.optional(z.string().check(z.maxLength(60))),
  }),
  /** The four answers. */
  profile: z.record(z.string(), z.unknown()),
  /** Refinements; each has a default that follows from the four answers. */
  context: z._default(z.record(z.string(), z.unknown()), {}),
  /** Components, flows and trust boundaries as they are, in place of those that follow from the answers. */
  architecture: z.optional(GivenArchitecture),
  /** Answers to questionnaires, by questionnaire and question; checked against the loaded knowledge. */
  questionnaires: z._default(z.record(Id, z.record(z.string(), z.unknown())), {}),
  /** What was decided; residual scores and statuses follow from it. */
  decisions: z._default(
    z.strictObject({
      /** How far mitigations are carried out. */
      mitigations: z._default(z.array(MitigationDecision).check(z.maxLength(1000)), []),
      /** Risks that were accepted, transferred, avoided, mitigated, or are none. */
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
