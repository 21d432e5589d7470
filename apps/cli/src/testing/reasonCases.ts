import type { Disposition, Link, Mapping } from "@strideml/plugin-kit";
import type { ContractCase } from "@strideml/plugin-kit/testing";
import { isMapping } from "../plugins/code/describe.js";
import type { Bench } from "./Bench.js";
import { keep } from "./Unkept.js";

/** Keys whose text is a reason that a reader can argue with. */
const REASONS = new Set(["rationale", "reason", "because"]);

const PLACEHOLDER = /^\W*(?:todo|tbd|fixme|xxx|lorem ipsum|n\/a|to be (?:done|defined|determined)|placeholder|same as above)\b/i;

/** Fewest words in which something can be said about two things. */
const FEWEST = 4;

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

const emptyReasons = (value: unknown, path: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => emptyReasons(each, `${path}[${index}]`));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = path === "" ? key : `${path}.${key}`;
    if (!REASONS.has(key) || typeof each !== "string") return emptyReasons(each, at);
    if (PLACEHOLDER.test(each)) return [`${at}: ${each.slice(0, 60)}; expected the reason itself`];
    return wordsIn(each) < FEWEST ? [`${at}: ${each}; expected a sentence`] : [];
  });
};

const mappingsOf = ({ subject }: Bench): Mapping[] => (Array.isArray(subject.plugin["mappings"]) ? (subject.plugin["mappings"] as Mapping[]) : []);

const linksOf = (mapping: Mapping): Link[] => (Array.isArray(mapping.links) ? mapping.links : []);

/** A rationale that fits the links of two requirements says nothing about either. */
const sharedRationales = (bench: Bench): string[] =>
  mappingsOf(bench).flatMap((mapping) => {
    const first = new Map<string, string>();
    return linksOf(mapping).flatMap(({ rationale, requirement }) => {
      const owner = first.get(rationale) ?? requirement;
      first.set(rationale, owner);
      return owner === requirement ? [] : [`${mapping.framework} ${requirement}: has the rationale of ${owner}; expected one that says why this requirement`];
    });
  });

const unsourced = (bench: Bench): string[] =>
  mappingsOf(bench).flatMap((mapping) =>
    [...linksOf(mapping), ...(Array.isArray(mapping.dispositions) ? (mapping.dispositions as (Disposition & Partial<Link>)[]) : [])]
      .filter(({ source }) => source !== undefined && PLACEHOLDER.test(source))
      .map(({ requirement, source }) => `${mapping.framework} ${requirement}: its source is ${source!}; expected where it can be checked`),
  );

/** Cases about reasons: what a schema cannot tell from filler. */
export const reasonCases = (bench: Bench): ContractCase[] => [
  { name: "gives a reason for every link, disposition, point of a score and change", run: async () => keep([...emptyReasons(bench.subject.plugin, ""), ...unsourced(bench)]) },
  ...(mappingsOf(bench).length > 0 ? [{ name: "has a rationale of its own for every requirement that it links", run: async () => keep(sharedRationales(bench)) }] : []),
];
