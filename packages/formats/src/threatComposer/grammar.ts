import type { ExportJob, Finding, Stride } from "@strideml/plugin-kit";
import { threatSourceOf } from "../threatSources.js";
import { plainCut } from "./plain.js";

/** Most characters of one field. */
const FIELD = 200;

const VERBS: Record<Stride, string> = {
  spoofing: "impersonate somebody at",
  tampering: "tamper with",
  repudiation: "leave no proof at",
  "information-disclosure": "draw information out of",
  "denial-of-service": "deny service at",
  "elevation-of-privilege": "gain privileges at",
};

/** "A way in" to "a way in"; "SDK access" stays. */
const lower = (text: string): string => (/^\p{Lu}(?!\p{Lu})/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

const firstSentence = (text: string): string => /^([\s\S]+?)\.(?:\s+\p{Lu}|\s*$)/u.exec(text)?.[1] ?? text;

const prerequisitesOf = ({ prerequisites }: Finding): string => {
  const first = firstSentence(prerequisites);
  return plainCut(/^None\b/.test(first) ? first.replace(/^None/, "needing nothing") : `given ${lower(first)}`, FIELD);
};

const goalsOf = ({ threat }: Finding, { knowledge }: ExportJob): string[] => {
  const impact = knowledge.threats.find(({ id }) => id === threat)?.impact;
  return (["confidentiality", "integrity", "availability"] as const).filter((goal) => (impact?.[goal] ?? 0) > 0);
};

const consequenceOf = ({ factors, impact }: Finding): string => {
  const reason = factors.find((factor) => factor.name === "this threat")?.reason;
  return plainCut(reason === undefined ? `harm of ${impact} on a scale of 5` : `this harm: ${lower(firstSentence(reason))}`, FIELD);
};

const listed = (items: readonly string[], last: string): string => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`);

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? "An" : "A");

/** A finding in the fields of a threat statement, and the statement that they make. */
export const grammarOf = (finding: Finding, job: ExportJob) => {
  const asset = plainCut(job.model.architecture.components.find(({ id }) => id === finding.component)?.title ?? finding.component, FIELD);
  const threatSource = threatSourceOf(finding, job).who;
  const prerequisites = prerequisitesOf(finding);
  const threatAction = plainCut(`${VERBS[finding.stride]} “${plainCut(asset, 80)}”: ${lower(finding.title)}`, FIELD);
  const threatImpact = consequenceOf(finding);
  const impactedGoal = goalsOf(finding, job);
  const reduced = impactedGoal.length === 0 ? `, negatively impacting ${asset}` : `, resulting in reduced ${listed(impactedGoal, "and/or")} of ${asset}`;
  const statement = `${article(threatSource)} ${threatSource} ${prerequisites} can ${threatAction}, which leads to ${threatImpact}${reduced}`;
  return { threatSource, prerequisites, threatAction, threatImpact, impactedGoal, impactedAssets: [asset], statement: plainCut(statement, 1400) };
};
