import type { FindingDecision, Imported, ImportedAnswer, MitigationDecision } from "@strideml/plugin-kit";
import { about } from "./about.js";
import { answersFrom, textsOfDraft } from "./answersFrom.js";
import { decisionsFrom } from "./decisionsFrom.js";
import type { Draft } from "./Draft.js";
import { givenFrom } from "./givenFrom.js";
import type { Losses } from "./Losses.js";
import type { OwnMark } from "./ownMarks.js";
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
  marks?: readonly OwnMark[];
  mitigations?: readonly MitigationDecision[];
}

const NO_DRAFT: Draft = { components: [], flows: [], zones: [] };

const decisionsOf = (findings: FindingDecision[], mitigations: readonly MitigationDecision[]): Pick<Imported, "decisions"> =>
  findings.length + mitigations.length === 0 ? {} : { decisions: { findings, mitigations: [...mitigations] } };

/** Brings what an importer found into the form that every importer hands back. */
export const importedFrom = (found: Found, losses: Losses): Imported => {
  const draft = found.draft ?? NO_DRAFT;
  const given = givenFrom(draft, losses);
  const texts = textsOfDraft(draft, [found.about.name, found.about.description, ...(found.alsoSearched ?? [])]);
  const suggested = found.deaf ? [] : answersFrom(given.recognised, { ...texts, data: [...(texts.data ?? []), ...(found.data ?? [])] });
  const answers = settleAnswers([...(found.answers ?? []), ...suggested], losses);
  if (given.architecture) losses.add("attributes of elements and flows, such as protocols, encryption and tags", "a system file has no place for them");
  const head = about(found.about, losses);
  const decisions = decisionsOf(decisionsFrom(found.marks ?? [], losses), found.mitigations ?? []);
  return { ...head, answers, ...(given.architecture && { architecture: given.architecture }), ...decisions, losses: losses.all() };
};
