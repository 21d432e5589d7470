import type { ImportedAnswer } from "@strideml/plugin-kit";
import { KIND_ANSWERS, WORD_RULES, type Where } from "./answerRules.js";
import { oneLine } from "./cleanText.js";
import type { Draft } from "./Draft.js";
import type { Given } from "./givenFrom.js";
import { kindOf } from "./kindOf.js";
import { LIMITS } from "./limits.js";
import { searchable, wordIn } from "./words.js";

/** Texts of a file by where they stand. */
export type Texts = Partial<Record<Where, readonly string[]>>;

const PLACES: Record<Where, string> = {
  about: "the title and description",
  elements: "the names of the elements",
  actors: "the names of the people and external systems",
  zones: "the names of the trust boundaries",
  data: "the names of the data and flows",
};

const byKinds = (recognised: Given["recognised"]): ImportedAnswer[] =>
  recognised.flatMap(({ kind, title }) =>
    (Object.hasOwn(KIND_ANSWERS, kind) ? KIND_ANSWERS[kind]! : []).map((answer) => ({ ...answer, from: `the component "${oneLine(title, 80).text}", taken for ${kind}` })),
  );

const byWords = (texts: Texts): ImportedAnswer[] => {
  const searched = new Map(Object.entries(texts).map(([where, list]) => [where, searchable(list.join(" ; "))]));
  const answered = new Set<string>();
  return WORD_RULES.flatMap(({ question, value, in: places, words }): ImportedAnswer[] => {
    if (answered.has(question)) return [];
    for (const where of places) {
      const word = wordIn(searched.get(where) ?? "", words);
      if (word === undefined) continue;
      answered.add(question);
      return [{ question, value, from: `the word "${word}" in ${PLACES[where]}`, certainty: "guess" }];
    }
    return [];
  });
};

/** What recognised components and words in a file suggest as answers. */
export const answersFrom = (recognised: Given["recognised"], texts: Texts): ImportedAnswer[] => [...byKinds(recognised), ...byWords(texts)];

const named = (items: readonly { name?: string }[]): string[] => items.flatMap((item) => item.name ?? []);

/** The texts of a draft, so that all formats are searched alike. Elements beyond those that come along are not searched. */
export const textsOfDraft = ({ components, flows, zones }: Draft, about: readonly (string | undefined)[]): Texts => {
  const carried = components.slice(0, LIMITS.components);
  return {
    about: about.flatMap((text) => text ?? []),
    elements: named(carried),
    actors: named(carried.filter((component) => kindOf(component).shape === "actor")),
    zones: named(zones.slice(0, LIMITS.boundaries)),
    data: flows.slice(0, LIMITS.flows).flatMap((flow) => flow.data ?? []),
  };
};
