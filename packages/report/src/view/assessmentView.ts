import { type Assessment, type CalendarEntry, calendarOf, type Framework, type Outcome, type Questionnaire, rolesApart } from "@strideml/plugin-kit";
import type { AssessmentView, DutyView, OutcomeView } from "./View.js";

const dutyView = ({ article, title, obligations, from, route, roles }: CalendarEntry): DutyView => ({
  article,
  title,
  points:
    obligations.length === 1 && obligations[0]!.requirement === article
      ? ""
      : obligations.map(({ requirement }) => requirement.replace(`${article} `, "").replace(article, "")).join(", "),
  from,
  route,
  roles: roles.join(", "),
});

const outcomeView = ({ title, reason, source, from, needs }: Outcome, titles: ReadonlyMap<string, string>): OutcomeView => ({
  title,
  reason,
  source,
  from: from.map((each) => (each.route === "" ? each.from : `${each.from} (${each.route})`)).join(", "),
  needs: needs.map((id) => titles.get(id) ?? id).join("; "),
});

/** What a questionnaire with rules amounts to, in final strings; split by the day where the document has one. */
export const assessmentView = (assessment: Assessment, framework: Framework, questionnaire: Questionnaire | undefined, day: string): AssessmentView => {
  const titles = new Map(questionnaire?.questions.map(({ id, title }) => [id, title]));
  const inWords = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id);
  const { now, next, open, needs } = calendarOf(assessment, framework, day);
  return {
    title: assessment.title,
    framework: framework.shortTitle ?? framework.title,
    asOf: assessment.asOf,
    outcomes: assessment.outcomes.filter(({ status }) => status === "holds").map((outcome) => outcomeView(outcome, titles)),
    open: assessment.outcomes.filter(({ status }) => status === "open").map((outcome) => outcomeView(outcome, titles)),
    contradictions: assessment.contradictions.map(({ message, questions }) => ({ message, questions: inWords(questions).join("; ") })),
    now: now.flatMap(rolesApart).map(dutyView),
    next: next.flatMap(rolesApart).map(dutyView),
    depends: open.flatMap(rolesApart).map(dutyView),
    needs: inWords(needs),
  };
};
