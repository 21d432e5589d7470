import * as z from "zod";
import { Choice } from "./question.js";
import { Condition } from "./condition.js";
import { Day, Id, prose, Title, WebAddress } from "./id.js";

/** Where a question or a rule comes from: the provision it paraphrases. */
export const LegalSource = z.strictObject({ text: prose(200), url: z.optional(WebAddress) });
export type LegalSource = z.infer<typeof LegalSource>;

const Name = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens");

/** One question. `text` is prose for a document; the others drive rules. */
export const FormQuestion = z.strictObject({
  id: Name,
  section: Title,
  type: z.enum(["choice", "list", "boolean", "date", "text"]),
  title: Title,
  /** What the question means and how to answer it. */
  help: prose(1200),
  source: LegalSource,
  choices: z.array(Choice).default([]),
  /** Asked only where this holds, over earlier answers, outcomes and the answers about the system. */
  when: Condition.optional(),
});
export type FormQuestion = z.infer<typeof FormQuestion>;

/** What an outcome changes in what binds the system. */
const Effects = {
  /** Routes of the framework's dates that it opens, such as `annex-iii`. */
  routes: z.array(Id).default([]),
  /** Roles that it gives to whoever answers, besides those that the role question names. */
  roles: z.array(Id).default([]),
  /** Requirements that bind because of it, by id; a group stands for all in it. */
  binds: z.array(z.string()).default([]),
  /** Routes or requirements that do not bind because of it; `*` for all. */
  exempts: z.array(z.string()).default([]),
  /** A later day from which a requirement, or all on a route, binds because of it. */
  postpones: z.array(z.strictObject({ requirement: z.string(), to: Day })).default([]),
};

/** A dated, sourced conclusion from the answers. Rules are read in order; a later one may ask for `outcome.<id>` of an earlier one. */
export const Rule = z.strictObject({
  id: Name,
  /** Group that the outcome is told in, such as `prohibited`, `high-risk`, `out-of-scope`. */
  kind: Name,
  title: Title,
  when: Condition,
  /** Why the answers lead here, in our own words. */
  reason: prose(800),
  /** Told only where it holds, not where unanswered questions leave it open: for the many values of one question. */
  onlyWhenSure: z.boolean().default(false),
  requirements: z.array(z.string()).default([]),
  source: LegalSource,
  ...Effects,
});
export type Rule = z.infer<typeof Rule>;

/** A requirement that concerns only some of the systems on its route. */
const Narrowing = z.strictObject({ requirements: z.array(z.string()).min(1), when: Condition, because: prose(300) });

/** Answers that cannot all be true; told, never resolved by guessing. */
const Contradiction = z.strictObject({ id: Name, when: Condition, questions: z.array(z.string()).min(1), message: prose(400) });

/** One item of a document that must be drawn up: what fills it, and what the answers must add. */
const Item = z.strictObject({
  /** Number in the document: the requirement's own id where the framework has one. */
  id: z.string().min(1).max(60),
  title: Title,
  /** Heading that it stands under. */
  section: Title,
  /** Who completes it. */
  by: Title,
  /** What the threat model knows: names of facts (see `docs/templates.md`). */
  facts: z.array(z.string().max(100)).default([]),
  /** Requirements whose linked findings and mitigations belong here. */
  links: z.array(z.string()).default([]),
  /** Questions of this questionnaire whose answers belong here. */
  questions: z.array(Name).default([]),
  when: Condition.optional(),
});

/** Questions with help and legal source, rules over the answers, and the items of a document that the answers fill. */
export const Questionnaire = z.strictObject({
  id: Id,
  title: Title,
  description: prose(600),
  framework: z.optional(Id),
  edition: z.string().max(60).optional(),
  /** Day on which the facts were last checked. */
  asOf: Day,
  /** The question whose answers are the roles of whoever answers. */
  roleQuestion: z.optional(Name),
  /** Routes that are always open, such as `general`. */
  routes: z.array(Id).default([]),
  questions: z.array(FormQuestion).default([]),
  rules: z.array(Rule).default([]),
  narrowings: z.array(Narrowing).default([]),
  contradictions: z.array(Contradiction).default([]),
  items: z.array(Item).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
export type QuestionnaireItem = Questionnaire["items"][number];
