import type { Answer, Assessment, Framework, Matcher, Outcome, Questionnaire, Rule } from "@strideml/plugin-kit";
import { matches, type Ranks } from "./condition.js";
import { obligationsOf } from "./obligations.js";
import { type Truth, NO, truth, truthOf } from "./truth.js";

/** What is known while a questionnaire is read: the answers about the system, and the ranks of the ordered ones. */
export interface Background {
  answers: Record<string, Answer>;
  ranks: Ranks;
}

/** A rule with what the answers make of it. */
export interface Judged {
  rule: Rule;
  truth: Truth;
}

/** Looks answers up: own questions, outcomes of earlier rules, then what is known of the system. */
export class Reading {
  private readonly judged = new Map<string, Truth>();
  private readonly questions: ReadonlyMap<string, Questionnaire["questions"][number]>;

  constructor(
    questionnaire: Questionnaire,
    private readonly answers: Record<string, Answer>,
    private readonly background: Background,
  ) {
    this.questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  }

  /** Whether a question is to be asked. */
  isAsked(id: string): Truth {
    return truthOf(this.questions.get(id)?.when, this.compare);
  }

  readonly compare = (name: string, matcher: Matcher): Truth => {
    if (name.startsWith("outcome.")) {
      const known = this.judged.get(name.slice("outcome.".length)) ?? NO;
      return known.value === undefined ? known : truth(known.value === matcher);
    }
    if (!this.questions.has(name)) return truth(matches(this.background.answers[name], matcher, this.background.ranks[name]));
    const asked = this.isAsked(name);
    if (asked.value !== true) return asked;
    const answer = this.answers[name];
    return answer === undefined ? { value: undefined, needs: [name] } : truth(matches(answer, matcher));
  };

  judge(rule: Rule): Judged {
    const result = truthOf(rule.when, this.compare);
    this.judged.set(rule.id, result);
    return { rule, truth: result };
  }
}

/** First day of each route that a rule opens or, where it opens none, of the requirements that it names. */
const datesOf = ({ routes, requirements }: Rule, framework: Framework | undefined): Outcome["from"] => {
  const about = (framework?.requirements ?? []).filter(({ id }) => routes.length > 0 || requirements.includes(id));
  const applications = about.flatMap(({ applies }) => applies).filter(({ route = "" }) => routes.length === 0 || routes.includes(route));
  const first = new Map<string, string>();
  for (const { route = "", from, effectiveFrom = from } of applications) {
    const named = route === framework?.usualRoute ? "" : route;
    const known = first.get(named);
    if (known === undefined || effectiveFrom < known) first.set(named, effectiveFrom);
  }
  return [...first].map(([route, from]) => ({ route, from })).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

const outcomeOf = ({ rule, truth: { value, needs } }: Judged, framework: Framework | undefined): Outcome => ({
  id: rule.id,
  kind: rule.kind,
  title: rule.title,
  status: value === true ? "holds" : "open",
  needs: [...needs],
  reason: rule.reason,
  requirements: rule.requirements,
  source: rule.source.text,
  from: datesOf(rule, framework),
});

/**
 * What the answers to a questionnaire amount to. Every outcome is kept, one never hides another; what unanswered
 * questions decide stays open and names them.
 * @param answers by question; a question without an answer is not known
 */
export const assess = (questionnaire: Questionnaire, answers: Record<string, Answer>, background: Background, framework?: Framework): Assessment => {
  const reading = new Reading(questionnaire, answers, background);
  const judged = questionnaire.rules.map((rule) => reading.judge(rule)).filter(({ truth: { value } }) => value !== false);
  const told = judged.filter(({ rule, truth: { value } }) => value === true || !rule.onlyWhenSure);
  const { id, title, asOf, edition = framework?.edition, questions, contradictions, items } = questionnaire;
  return {
    questionnaire: id,
    title,
    ...(questionnaire.framework !== undefined && { framework: questionnaire.framework }),
    ...(edition !== undefined && { edition }),
    asOf,
    answers,
    unanswered: questions.filter((question) => answers[question.id] === undefined && reading.isAsked(question.id).value === true).map((question) => question.id),
    contradictions: contradictions
      .filter(({ when }) => truthOf(when, reading.compare).value === true)
      .map(({ id: contradiction, message, questions: about }) => ({ id: contradiction, message, questions: about })),
    notItems: items.filter(({ when }) => truthOf(when, reading.compare).value === false).map((item) => item.id),
    outcomes: told.map((each) => outcomeOf(each, framework)),
    obligations: framework ? obligationsOf(questionnaire, framework, judged, answers, reading.compare) : [],
  };
};
