import * as z from "zod";
import { AUTHORITIES, DISPOSITIONS, RELATIONS, STRENGTHS } from "./closed-lists.js";
import { Id, prose } from "./id.js";

/**
 * What a link says. Requirement to control: our threat or mitigation `addresses`, `tests`, `documents` or `evidences` it.
 * Between like and like (attack and attack): the SKOS relation read from our threat to the framework's item,
 * so `broad-match` means that the framework's item is the broader one.
 * Source: SKOS Reference, W3C, 2009, section 10.
 */
export const Relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof Relation>;

/** A reasoned link from a framework's requirement to our threats and mitigations. */
export const Link = z
  .strictObject({
    /** Id of the requirement in its framework. */
    requirement: z.string(),
    /** Threats that it speaks to, by id. */
    threats: z.array(Id).default([]),
    /** Mitigations that it asks for or that help to meet it, by id. */
    mitigations: z.array(Id).default([]),
    /** What the link says. */
    relation: Relation,
    /** `primary`: the core of the requirement; `supporting`: contributes. */
    strength: z.enum(STRENGTHS),
    /** Why, in our own words. */
    rationale: prose(300, 20),
    /** Whose judgment it is. */
    authority: z.enum(AUTHORITIES),
    /** Where it can be checked. */
    source: prose(300),
  })
  .refine((link) => link.threats.length + link.mitigations.length > 0, "names at least one threat or mitigation");
export type Link = z.infer<typeof Link>;

/** Why a requirement has no link, said once and openly. */
export const Disposition = z.strictObject({
  /** Id of the requirement in its framework. */
  requirement: z.string(),
  /** What kind of thing it is instead. */
  disposition: z.enum(DISPOSITIONS),
  /** Why, in our own words. */
  reason: prose(300, 20),
});
export type Disposition = z.infer<typeof Disposition>;

/** How one framework, in one edition, relates to our threats and mitigations. */
export const Mapping = z.strictObject({
  /** Id of the framework; it may come from another plugin. */
  framework: Id,
  /** The edition that the mapping was written for: another one is an error. */
  edition: z.string(),
  /** What relates, and why. */
  links: z.array(Link),
  /** Why each requirement without a link has none: no requirement is silent. */
  dispositions: z.array(Disposition).default([]),
});
export type Mapping = z.infer<typeof Mapping>;
