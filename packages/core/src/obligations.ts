import { type Answer, type Application, type Framework, lineage, type Matcher, type Obligation, type Questionnaire, type Requirement, type Rule } from "@strideml/plugin-kit";
import { type Truth, allOf, anyOf, negation, NO, truth, truthOf } from "./truth.js";

interface Judged {
  rule: Rule;
  truth: Truth;
}

type Compare = (name: string, matcher: Matcher) => Truth;

/** Whether one of the judged rules names any of the ids in the given effect. */
const named = (judged: readonly Judged[], effect: "routes" | "roles" | "binds" | "exempts", ids: readonly string[]): Truth =>
  anyOf([NO, ...judged.filter(({ rule }) => rule[effect].some((id) => ids.includes(id))).map((each) => each.truth)]);

/** Who answers: the roles that were named, those that outcomes give, and open where the question has no answer. */
const roleTruth = (roles: readonly string[], { roleQuestion }: Questionnaire, judged: readonly Judged[], answers: Record<string, Answer>): Truth => {
  const given = named(judged, "roles", roles);
  if (roleQuestion === undefined) return given;
  const answer = answers[roleQuestion];
  const own: Truth = answer === undefined ? { value: undefined, needs: [roleQuestion] } : truth(Array.isArray(answer) && roles.some((role) => answer.includes(role)));
  return anyOf([own, given]);
};

const narrowed = (ids: readonly string[], { narrowings }: Questionnaire, compare: Compare): Truth =>
  allOf(narrowings.filter(({ requirements }) => requirements.some((id) => ids.includes(id))).map(({ when }) => truthOf(when, compare)));

const postponed = (ids: readonly string[], judged: readonly Judged[]): string | undefined =>
  judged
    .filter((each) => each.truth.value === true)
    .flatMap(({ rule }) => rule.postpones.filter(({ requirement }) => ids.includes(requirement)).map(({ to }) => to))
    .sort()
    .at(-1);

interface Bound {
  application: Application;
  truth: Truth;
  from: string;
}

/** What is sure comes before what is open, and then the earlier day. */
const first = (a: Bound, b: Bound): number => Number(b.truth.value === true) - Number(a.truth.value === true) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

const obligationOf = (requirement: Requirement, sameDay: readonly Bound[]): Obligation => {
  const { application, truth: sure, from } = sameDay[0]!;
  return {
    requirement: requirement.id,
    title: requirement.title,
    roles: [...new Set(sameDay.flatMap((each) => each.application.roles))],
    from,
    route: application.route ?? "",
    note: application.note ?? "",
    status: sure.value === true ? "binds" : "open",
    needs: [...sure.needs],
  };
};

/** The day that is sure, and every day that open questions may put before it or, where none is sure, in its place. */
const obligationsFor = (requirement: Requirement, bound: readonly Bound[]): Obligation[] => {
  const ordered = bound.toSorted(first);
  const sure = ordered.find(({ truth: { value } }) => value === true);
  const days = new Set(ordered.filter((each) => each === sure || (each.truth.value !== true && (!sure || each.from < sure.from))).map(({ from }) => from));
  return [...days].map((day) =>
    obligationOf(
      requirement,
      ordered.filter(({ from }) => from === day),
    ),
  );
};

/**
 * Which requirements bind the system, from when and on which route; the earlier route wins where two apply, and each day is told where it is open which.
 * A requirement binds where one of its routes is open or an outcome names it, for one of the roles, and nothing exempts it.
 */
export const obligationsOf = (questionnaire: Questionnaire, framework: Framework, judged: readonly Judged[], answers: Record<string, Answer>, compare: Compare): Obligation[] => {
  // Nothing opens a route or binds anything, so nothing can come of it.
  if (judged.length === 0 && questionnaire.routes.length === 0) return [];
  const byId = new Map(framework.requirements.map((requirement) => [requirement.id, requirement]));
  return framework.requirements.flatMap((requirement): Obligation[] => {
    // The groups around it too, so that naming a group names all in it.
    const ids = lineage(requirement.id, byId);
    const binds = named(judged, "binds", ids);
    const always = allOf([negation(named(judged, "exempts", ids)), narrowed(ids, questionnaire, compare)]);
    if (always.value === false) return [];
    const bound = requirement.applies.flatMap((application): Bound[] => {
      const { route = "", roles, from, effectiveFrom = from } = application;
      const way = anyOf([truth(questionnaire.routes.includes(route)), named(judged, "routes", [route]), binds]);
      if (way.value === false) return [];
      const later = postponed([...ids, route], judged);
      const sure = allOf([way, roleTruth(roles, questionnaire, judged, answers), negation(named(judged, "exempts", [route, "*"])), always]);
      if (sure.value === false) return [];
      const mine = roles.filter((role) => roleTruth([role], questionnaire, judged, answers).value !== false);
      return [{ application: { ...application, roles: mine }, truth: sure, from: later !== undefined && later > effectiveFrom ? later : effectiveFrom }];
    });
    return obligationsFor(requirement, bound);
  });
};
