import type { FindingDecision, Imported, ImportedAnswer, MitigationDecision } from "@strideml/plugin-kit";
import { about } from "./about.js";
import { answersFrom, textsOfDraft } from "./answersFrom.js";
import type { Draft } from "./Draft.js";
import { type Given, givenFrom } from "./givenFrom.js";
import type { Losses } from "./Losses.js";
import type { OwnTrace } from "./ownTrace.js";
import { settleAnswers } from "./settleAnswers.js";

/** What an importer found in its file. */
export interface Found {
  about: Parameters<typeof about>[0];
  draft?: Draft;
  /** Answers that the format itself gives, beside what kinds and words suggest. */
  answers?: readonly ImportedAnswer[];
  /** More text that is searched for words but not carried. */
  alsoSearched?: readonly string[];
  /** More names of data that are searched for words. */
  data?: readonly string[];
  /** Whether words of the title and description are no hint: a model card tells what a model could be used for. */
  deaf?: boolean;
  /** What a file of ours carries of the whole; then nothing is suggested by words. */
  trace?: OwnTrace | undefined;
  findings?: FindingDecision[];
  mitigations?: MitigationDecision[];
}

const NO_DRAFT: Draft = { components: [], flows: [], zones: [] };

const decisionsOf = ({ findings = [], mitigations = [] }: Found): Pick<Imported, "decisions"> =>
  findings.length + mitigations.length === 0 ? {} : { decisions: { findings, mitigations } };

const suggestedAnswers = (found: Found, draft: Draft, { recognised }: Given): ImportedAnswer[] => {
  if (found.deaf || found.trace) return [];
  const texts = textsOfDraft(draft, [found.about.name, found.about.description, ...(found.alsoSearched ?? [])]);
  return answersFrom(recognised, { ...texts, data: [...(texts.data ?? []), ...(found.data ?? [])] });
};

/** Title and owner as the tool has them now; description and version as they were, where the tool has only a text of ours for them. */
const headOf = ({ about: now, trace }: Found): Found["about"] =>
  trace?.system ? { ...trace.system, name: now.name ?? trace.system.name, owner: now.owner ?? trace.system.owner } : now;

/** Brings what an importer found into the form that every importer hands back. */
export const importedFrom = (found: Found, losses: Losses): Imported => {
  const draft = found.draft ?? NO_DRAFT;
  const given = givenFrom(draft, losses);
  const answers = settleAnswers([...(found.trace?.answers ?? []), ...(found.answers ?? []), ...suggestedAnswers(found, draft, given)], losses);
  const architecture = given.architecture ?? found.trace?.architecture;
  if (given.architecture && !found.trace) losses.add("attributes of elements and flows, such as protocols, encryption and tags", "a system file has no place for them");
  const head = about(headOf(found), losses);
  const questionnaires = found.trace?.questionnaires;
  return { ...head, answers, ...(architecture && { architecture }), ...(questionnaires && { questionnaires }), ...decisionsOf(found), losses: losses.all() };
};
