import type { Answer, Knowledge, ResolvedLink } from "@strideml/plugin-kit";
import { type Ranks, holds } from "./condition.js";

/** Requirements that can concern a system with these answers, as `framework requirement`. */
export const applicableRequirements = (knowledge: Knowledge, answers: Record<string, Answer>, ranks: Ranks): ReadonlySet<string> =>
  new Set(knowledge.frameworks.flatMap((framework) => framework.requirements.filter((r) => holds(r.when, answers, ranks)).map((r) => `${framework.id} ${r.id}`)));

/** The links of a threat or mitigation to requirements that can concern this system. */
export const annotate = (places: readonly number[] | undefined, { links }: Pick<Knowledge, "links">, applicable: ReadonlySet<string>): ResolvedLink[] =>
  (places ?? []).map((place) => links[place]!).filter((link) => applicable.has(`${link.framework} ${link.requirement}`));
