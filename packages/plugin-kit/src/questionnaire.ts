import * as z from "zod";
import { Choice } from "./question.js";
import { Condition } from "./condition.js";
import { Day, Id, prose, Title, WebAddress } from "./id.js";

/** Where a question or a rule comes from: the provision it paraphrases. */
export const LegalSource = z.strictObject({
  /** As one cites it: `Article 6(3)`. */
  text: prose(200),
  /** Where it can be read. */
  url: z.optional(WebAddress),
});
export type LegalSource = z.infer<typeof LegalSource>;

const Name = z.string().regex(/^(?!(?:constructor|prototype)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "lower-case words joined by hyphens");

/** One question. `text` is prose for a document; the others drive rules. */
export const FormQuestion = z.strictObject({
  /** What rules and answers call it. */
  id: Name,
  /** Heading that it is asked under. */
  section: Title,
  /** `choice`: one of the choices; `list`: any of them; `text` is for documents only. */
  type: z.enum(["choice", "list", "boolean", "date", "text"]),
  /** The question. */
  title: Title,
  /** What the question means and how to answer it. */
  help: prose(1200),
  /** The provision it paraphrases. */
  source: LegalSource,
  /** For `choice` and `list`. */
  choices: z.array(Choice).default([]),
  /** Asked only where this holds, over questions that stand before this one and the answers about the system. */
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
  postpones: z
    .array(
      z.strictObject({
        /** Id of the requirement, or a route. */
        requirement: z.string(),
        /** The later day. */
        to: Day,
      }),
    )
    .default([]),
};

/** A dated, sourced conclusion from the answers. Rules are read in order; a later one may ask for `outcome.<id>` of an earlier one. */
export const Rule = z.strictObject({
  /** What later rules call its outcome: `outcome.<id>`. */
  id: Name,
  /** Group that the outcome is told in, such as `prohibited`, `high-risk`, `out-of-scope`. */
  kind: Name,
  /** The conclusion. */
  title: Title,
  /** Over answers, outcomes of earlier rules, and the answers about the system. */
  when: Condition,
  /** Why the answers lead here, in our own words. */
  reason: prose(800),
  /** Told only where it holds, not where unanswered questions leave it open: for the many values of one question. */
  onlyWhenSure: z.boolean().default(false),
  /** Requirements that the outcome is about, by id; its days are theirs where it opens no route. */
  requirements: z.array(z.string()).default([]),
  /** The provision it paraphrases. */
  source: LegalSource,
  ...Effects,
});
export type Rule = z.infer<typeof Rule>;

/** A requirement that concerns only some of the systems on its route. */
export const Narrowing = z.strictObject({
  /** By id; a group stands for all in it. */
  requirements: z.array(z.string()).min(1),
  /** Systems that they concern. */
  when: Condition,
  /** Why not the others. */
  because: prose(300),
});

/** Answers that cannot all be true; told, never resolved by guessing. */
export const Contradiction = z.strictObject({
  /** What outcomes call it. */
  id: Name,
  /** When it is one. */
  when: Condition,
  /** Between which questions. */
  questions: z.array(z.string()).min(1),
  /** What cannot be, in words for the person who answered. */
  message: prose(400),
});

/** One item of a document that must be drawn up: what fills it, and what the answers must add. */
export const Item = z.strictObject({
  /** Number in the document: the requirement's own id where the framework has one. */
  id: z.string().min(1).max(60),
  /** What is to be written down. */
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
  /** Where it is not an item for every system. */
  when: Condition.optional(),
});

/** Questions with help and legal source, rules over the answers, and the items of a document that the answers fill. */
export const Questionnaire = z.strictObject({
  /** In a plugin it begins with the namespace. */
  id: Id,
  /** As a tab and a heading. */
  title: Title,
  /** What it finds out. */
  description: prose(600),
  /** Framework that outcomes and obligations are about. */
  framework: z.optional(Id),
  /** Edition of the framework that the rules were written for. */
  edition: z.string().max(60).optional(),
  /** Day on which the facts were last checked. */
  asOf: Day,
  /** The question whose answers are the roles of whoever answers. */
  roleQuestion: z.optional(Name),
  /** Routes that are always open, such as `general`. */
  routes: z.array(Id).default([]),
  /** In the order in which they are asked. */
  questions: z.array(FormQuestion).default([]),
  /** In the order in which they are read. */
  rules: z.array(Rule).default([]),
  /** Requirements that concern only some systems. */
  narrowings: z.array(Narrowing).default([]),
  /** Answers that cannot all be true. */
  contradictions: z.array(Contradiction).default([]),
  /** Items of a document that is drawn up from the answers. */
  items: z.array(Item).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
export type QuestionnaireItem = Questionnaire["items"][number];
