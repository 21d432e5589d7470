import * as z from "zod";
import { REFERENCE_KINDS } from "./closed-lists.js";
import { Condition } from "./condition.js";
import { ARXIV, DOI, Id, Prose, prose, Title, WebAddress } from "./id.js";
import { LifecycleStage } from "./lifecycle.js";
import { Adjustment } from "./scale.js";
import { Stride } from "./stride.js";

/** Where a claim can be checked. One of `doi`, `arxiv` or `url` is required. */
export const Reference = z
  .strictObject({
    /** What it is. */
    kind: z.enum(REFERENCE_KINDS),
    /** As it calls itself. */
    title: Title,
    /** Surnames; the first and "et al." where there are many. */
    authors: z.string().max(200).optional(),
    /** Of publication. */
    year: z.number().int().min(1970).max(2100),
    /** Without `https://doi.org/`. */
    doi: z.string().regex(DOI).optional(),
    /** Such as `1609.02943`. */
    arxiv: z.string().regex(ARXIV).optional(),
    /** Where it has neither. */
    url: z.optional(WebAddress),
  })
  .refine((r) => r.doi ?? r.arxiv ?? r.url, "needs a doi, an arxiv id or a url");
export type Reference = z.infer<typeof Reference>;

/** A factor of likelihood, from 1 to 5. */
export const Points = z.strictObject({
  /** Where nothing else is known. */
  base: z.number().min(1).max(5),
  /** The reason that the score shows. */
  because: prose(300),
  /** By how much answers move it, each with its reason. */
  adjust: z.array(Adjustment).default([]),
});

const Realised = z.number().int().min(0).max(3);

/** How far a mitigation goes against this threat when it is in place. The numbers are in the scoring weights. */
export const Effect = z.enum(["weak", "moderate", "strong"]);
export type Effect = z.infer<typeof Effect>;

/** One way an ML system is attacked, in one STRIDE category. */
export const Threat = z.strictObject({
  /** Permanent. In a plugin it begins with the namespace: `acme/badge-cloning`. */
  id: Id,
  /** Earlier ids that still resolve to this entry: ids are permanent. */
  aliases: z.array(Id).default([]),
  /** A more general threat whose framework links this one inherits. */
  broader: z.optional(Id),
  /** The category it is listed under. */
  stride: Stride,
  /** Further categories it touches. */
  alsoStride: z.array(Stride).default([]),
  /** What happens, as a heading. */
  title: Title,
  /** How the attack goes, in general. */
  description: Prose,
  /** How it goes on particular kinds of system; every variant whose condition holds is shown. */
  variants: z
    .array(
      z.strictObject({
        /** Systems that it is told for. */
        when: Condition,
        /** A paragraph after the description. */
        text: Prose,
      }),
    )
    .default([]),
  /** What the adversary must have. */
  prerequisites: Prose,
  /** When in the life of a system it is carried out. */
  stage: LifecycleStage,
  /** Kinds of component it strikes, most fitting first: the finding is placed on the first kind that the system has. */
  affects: z.array(Id).min(1),
  /** Systems on which it can happen at all. */
  when: Condition,
  /** How likely somebody tries and succeeds, from three factors (see `docs/scoring.md`). */
  likelihood: z.strictObject({
    /** Who can reach the point of attack: a scale named by the way in. */
    exposure: z.strictObject({
      /** Id of the scale. */
      via: Id,
      /** By how much answers move it, each with its reason. */
      adjust: z.array(Adjustment).default([]),
    }),
    /** Skill and cost: 1 takes a research group, 5 takes a script. */
    ease: Points,
    /** Tools, papers, incidents: 1 theory, 3 published and reproduced, 5 used in the wild with public tools. */
    availability: Points,
  }),
  /** What is lost where it succeeds. The answer on data sensitivity and stakes gives each property its weight. */
  impact: z
    .strictObject({
      /** How much of it is lost: 0 none, 1 some, 2 much, 3 all. */
      confidentiality: Realised,
      /** How much of it is lost: 0 none, 1 some, 2 much, 3 all. */
      integrity: Realised,
      /** How much of it is lost: 0 none, 1 some, 2 much, 3 all. */
      availability: Realised,
      /** The reason that the score shows. */
      because: prose(300),
      /** By how much answers move it, each with its reason. */
      adjust: z.array(Adjustment).default([]),
    })
    .refine((i) => i.confidentiality + i.integrity + i.availability > 0, "realises some harm"),
  /** When to dismiss the finding. */
  falsePositives: Prose,
  /** What helps, and how far each goes when it is in place. */
  mitigations: z
    .array(
      z.strictObject({
        /** Of the product or of the plugin. */
        id: Id,
        /** How far it goes alone. */
        effect: Effect,
      }),
    )
    .min(1),
  /** Where the attack is described, shown or reported. */
  references: z.array(Reference).min(1),
  /** Example systems (ids of `examples/`) that prove the condition; `quiet` is empty only where it fires on all of them. */
  examples: z
    .strictObject({
      /** Where the finding appears. */
      fires: z.array(Id).min(1),
      /** Where it does not. */
      quiet: z.array(Id),
    })
    .optional(),
});
export type Threat = z.infer<typeof Threat>;
