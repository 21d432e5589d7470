import * as z from "zod/mini";
import { LIFECYCLE } from "./lifecycle.js";
import { SEVERITIES } from "./severity.js";
import { STRIDE } from "./stride.js";

const Words = z.string().check(z.maxLength(100_000));
const Severity = z.enum(SEVERITIES);
const Scored = { score: z.number().check(z.gte(1), z.lte(10)), severity: Severity };
const Answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const Point = z.number().check(z.gte(1), z.lte(5));

const Annotation = z.looseObject({ framework: Words, requirement: Words, relation: Words, strength: Words, rationale: Words });

const Finding = z.looseObject({
  id: Words,
  threat: Words,
  component: Words,
  stride: z.enum(STRIDE),
  alsoStride: z.array(z.enum(STRIDE)),
  title: Words,
  description: Words,
  prerequisites: Words,
  falsePositives: Words,
  stage: z.enum(LIFECYCLE),
  references: z.array(z.looseObject({ title: Words, year: z.number() })),
  ...Scored,
  likelihood: Point,
  impact: Point,
  factors: z.array(z.looseObject({ name: Words, of: z.enum(["likelihood", "impact"]), value: z.number(), change: z.boolean(), reason: Words })),
  residual: z.looseObject({ ...Scored, likelihood: Point, impact: Point, because: z.array(Words) }),
  status: z.enum(["open", "partly-mitigated", "mitigated", "accepted", "transferred", "avoided", "false-positive"]),
  mitigations: z.array(Words),
  annotations: z.array(Annotation),
});

const Planned = z.looseObject({
  id: Words,
  title: Words,
  effort: z.enum(["S", "M", "L"]),
  owner: Words,
  kind: z.enum(["prevents", "detects", "responds"]),
  status: z.enum(["in-place", "partly", "planned", "not-planned", "undecided"]),
  findings: z.array(Words),
  riskRemoved: z.number(),
});

/** The parts of a saved threat model that are read again: shown, compared, made into documents. Parts that a later version adds are let through. */
export const SavedModel = z.looseObject({
  format: z.string(),
  system: z.looseObject({ name: Words, description: z.optional(Words), owner: z.optional(Words), version: z.optional(Words) }),
  profile: Answers,
  context: Answers,
  assumptions: z.record(z.string(), z.looseObject({ because: Words })),
  architecture: z.looseObject({
    components: z.array(z.looseObject({ id: Words, kind: Words, title: Words, description: Words, shape: z.enum(["process", "store", "actor"]), zone: z.optional(Words) })),
    flows: z.array(z.looseObject({ id: Words, from: Words, to: Words, data: Words })),
    boundaries: z.array(z.looseObject({ id: Words, title: Words })),
  }),
  bands: z.looseObject({ medium: z.number(), high: z.number(), critical: z.number() }),
  overall: z.looseObject(Scored),
  categories: z.array(z.looseObject({ stride: z.enum(STRIDE), ...Scored, findings: z.number() })),
  residual: z.looseObject({ overall: z.looseObject(Scored), categories: z.array(z.looseObject({ stride: z.enum(STRIDE), ...Scored })) }),
  threats: z.array(Finding),
  unplaced: z.array(Words),
  mitigations: z.array(Planned),
  frameworks: z.array(
    z.looseObject({
      id: Words,
      title: Words,
      edition: Words,
      coverage: z.array(z.looseObject({ requirement: Words, disposition: Words, threats: z.array(Words), mitigations: z.array(Words), reason: Words })),
    }),
  ),
  assessments: z._default(
    z.array(
      z.looseObject({
        questionnaire: Words,
        title: Words,
        asOf: Words,
        answers: Answers,
        unanswered: z.array(Words),
        notItems: z.array(Words),
        contradictions: z.array(z.looseObject({ message: Words })),
        outcomes: z.array(z.looseObject({ id: Words, kind: Words, title: Words, status: z.enum(["holds", "open"]), needs: z.array(Words), reason: Words })),
        obligations: z.array(z.looseObject({ requirement: Words, title: Words, roles: z.array(Words), from: Words, status: z.enum(["binds", "open"]), needs: z.array(Words) })),
      }),
    ),
    [],
  ),
  unusedDecisions: z.array(Words),
  provenance: z.looseObject({ engine: Words, inputDigest: Words, plugins: z.array(z.looseObject({ name: Words, version: Words, digest: Words })) }),
});
