import type { Answer, Knowledge, ResolvedLink } from "@strideml/plugin-kit";
import { type Ranks, holds } from "./condition.js";

/** Requirements that can concern a system, by framework. */
export type Applicable = ReadonlyMap<string, ReadonlySet<string>>;

/** Requirements that can concern a system with these answers. */
export const applicableRequirements = (knowledge: Knowledge, answers: Record<string, Answer>, ranks: Ranks): Applicable =>
  new Map(
    knowledge.frameworks.map(({ id, requirements }) => [id, new Set(requirements.filter(({ when }) => when === undefined || holds(when, answers, ranks)).map((each) => each.id))]),
  );

/** The links of a threat or mitigation to requirements that can concern this system. */
export const annotate = (places: readonly number[] | undefined, { links }: Pick<Knowledge, "links">, applicable: Applicable): ResolvedLink[] =>
  (places ?? []).map((place) => links[place]!).filter((link) => applicable.get(link.framework)?.has(link.requirement));
