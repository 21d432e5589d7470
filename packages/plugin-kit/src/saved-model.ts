import * as z from "zod/mini";
import { AUTHORITIES, COVERAGE_DISPOSITIONS, EFFORTS, FINDING_STATUSES, MITIGATION_KINDS, PROGRESS, REFERENCE_KINDS, RELATIONS, SHAPES, STRENGTHS } from "./closed-lists.js";
import { ARXIV, Day, DOI, WebAddress } from "./id.js";
import { LIFECYCLE } from "./lifecycle.js";
import { OVERRIDABLE } from "./overridable.js";
import { SEVERITIES } from "./severity.js";
import { STRIDE } from "./stride.js";
import { FindingDecision, MitigationDecision } from "./system.js";
import { THREAT_MODEL_FORMAT } from "./threat-model.js";

const Words = z.string().check(z.maxLength(100_000));
const List = z.array(Words);
const Stride = z.enum(STRIDE);
const Scored = { score: z.number().check(z.gte(1), z.lte(10)), severity: z.enum(SEVERITIES) };
const Answers = z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9.-]*$/, "the name of a question")), z.union([Words, z.boolean(), List]));
const Point = z.number().check(z.gte(1), z.lte(5));
const Count = z.int().check(z.gte(0));

const Cited = z.looseObject({
  kind: z.enum(REFERENCE_KINDS),
  title: Words,
  authors: z.optional(Words),
  year: z.number(),
  doi: z.optional(z.string().check(z.regex(DOI))),
  arxiv: z.optional(z.string().check(z.regex(ARXIV))),
  url: z.optional(WebAddress),
});

const Annotation = z.looseObject({
  framework: Words,
  edition: Words,
  requirement: Words,
  relation: z.enum(RELATIONS),
  strength: z.enum(STRENGTHS),
  rationale: Words,
  authority: z.enum(AUTHORITIES),
  source: Words,
  inheritedFrom: z.optional(Words),
});

const Finding = z.looseObject({
  id: Words,
  component: Words,
  threat: Words,
  stride: Stride,
  alsoStride: z.array(Stride),
  title: Words,
  description: Words,
  prerequisites: Words,
  falsePositives: Words,
  stage: z.enum(LIFECYCLE),
  references: z.array(Cited),
  annotations: z.array(Annotation),
  mitigations: List,
  ...Scored,
  likelihood: Point,
  impact: Point,
  factors: z.array(z.looseObject({ name: Words, of: z.enum(["likelihood", "impact"]), value: z.number(), change: z.boolean(), reason: Words })),
  residual: z.looseObject({ ...Scored, likelihood: Point, impact: Point, because: List }),
  status: z.enum(FINDING_STATUSES),
  decision: z.exactOptional(z.looseObject({ ...FindingDecision.shape, note: z.exactOptional(Words) })),
});

const Planned = z.looseObject({
  id: Words,
  title: Words,
  effort: z.enum(EFFORTS),
  owner: Words,
  stage: z.enum(LIFECYCLE),
  kind: z.enum(MITIGATION_KINDS),
  status: z.enum([...PROGRESS, "undecided"]),
  findings: List,
  riskRemoved: z.number(),
  annotations: z.array(z.pick(Annotation, { framework: true, requirement: true, relation: true })),
  decision: z.exactOptional(z.looseObject(MitigationDecision.shape)),
});

const Assessed = z.looseObject({
  questionnaire: Words,
  title: Words,
  framework: z.exactOptional(Words),
  edition: z.exactOptional(Words),
  asOf: Words,
  answers: Answers,
  unanswered: List,
  contradictions: z.array(z.looseObject({ id: Words, message: Words, questions: List })),
  notItems: List,
  outcomes: z.array(
    z.looseObject({
      id: Words,
      kind: Words,
      title: Words,
      status: z.enum(["holds", "open"]),
      needs: List,
      reason: Words,
      requirements: List,
      source: Words,
      from: z.array(z.looseObject({ route: Words, from: Words })),
    }),
  ),
  obligations: z.array(z.looseObject({ requirement: Words, title: Words, roles: List, from: Words, route: Words, note: Words, status: z.enum(["binds", "open"]), needs: List })),
});

const Drawn = z.looseObject({
  components: z.array(z.looseObject({ id: Words, kind: Words, title: Words, description: Words, shape: z.enum(SHAPES), zone: z.optional(Words) })),
  flows: z.array(z.looseObject({ from: Words, to: Words, data: Words, id: Words })),
  boundaries: z.array(z.looseObject({ id: Words, title: Words, trust: z.number() })),
});

const Covered = z.looseObject({
  id: Words,
  title: Words,
  edition: Words,
  counts: z.partialRecord(z.enum(COVERAGE_DISPOSITIONS), Count),
  coverage: z.array(z.looseObject({ requirement: Words, threats: List, mitigations: List, disposition: z.enum(COVERAGE_DISPOSITIONS), reason: Words })),
});

/** A saved threat model, all of it. What a later version adds is let through; what an earlier one did not have has a default. */
export const SavedModel = z.looseObject({
  format: z.literal(THREAT_MODEL_FORMAT),
  system: z.looseObject({ name: Words, description: z.optional(Words), owner: z.optional(Words), version: z.optional(Words) }),
  profile: Answers,
  context: Answers,
  assumptions: z.record(z.string(), z.looseObject({ given: z.boolean(), because: Words })),
  architecture: Drawn,
  bands: z.looseObject({ medium: z.number(), high: z.number(), critical: z.number() }),
  overall: z.looseObject(Scored),
  categories: z.array(z.looseObject({ stride: Stride, ...Scored, findings: Count })),
  residual: z.looseObject({ overall: z.looseObject(Scored), categories: z.array(z.looseObject({ stride: Stride, ...Scored })) }),
  threats: z.array(Finding),
  unplaced: List,
  mitigations: z.array(Planned),
  frameworks: z.array(Covered),
  assessments: z._default(z.array(Assessed), []),
  unusedDecisions: List,
  provenance: z.looseObject({
    engine: Words,
    date: z.exactOptional(Day),
    plugins: z.array(z.looseObject({ name: Words, version: Words, digest: Words })),
    overrides: z.exactOptional(z.array(z.looseObject({ plugin: Words, in: z.enum(OVERRIDABLE), id: Words, keys: List, because: Words }))),
    inputDigest: Words,
  }),
});
