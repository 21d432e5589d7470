import { EFFORT_WORDS, type PlannedMitigation, PROGRESS_WORDS, type ThreatModel } from "@strideml/plugin-kit";
import { escapeMarkdown } from "../escapeMarkdown.js";
import { anchorOf, linkTo, type Lookup, refTo } from "./findingView.js";
import type { MitigationTexts } from "./notLoaded.js";
import type { MitigationView } from "./View.js";

const requirementsOf = ({ annotations }: PlannedMitigation, { frameworks }: Lookup): string =>
  [...frameworks]
    .flatMap(([id, { title }]) => {
      const mine = annotations.filter((link) => link.framework === id).map((link) => link.requirement);
      return mine.length === 0 ? [] : [`${title}: ${mine.join(", ")}`];
    })
    .join("; ");

/** Knowledge words these as parts of sentences or as sentences; here they stand alone. */
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** One entry of the backlog in final strings. */
export const mitigationView = (planned: PlannedMitigation, entry: MitigationTexts, rank: number, model: ThreatModel, lookup: Lookup): MitigationView => {
  const against = model.threats.flatMap((finding, index) => (planned.findings.includes(finding.id) ? [refTo(finding, index)] : []));
  const named = against.map((ref) => `${linkTo("F", ref)} ${escapeMarkdown(ref.title)}`);
  return {
    rank: String(rank),
    id: planned.id,
    anchor: anchorOf(planned.id),
    title: planned.title,
    do: entry.do,
    acceptance: entry.acceptance,
    method: entry.verify.method,
    tool: sentence(entry.verify.tool),
    evidence: sentence(entry.verify.evidence),
    question: entry.question,
    effort: EFFORT_WORDS[planned.effort],
    owner: planned.decision?.owner ?? planned.owner,
    stage: planned.stage,
    kind: planned.kind,
    status: PROGRESS_WORDS[planned.status],
    due: planned.decision?.due ?? "",
    isInPlace: planned.status === "in-place",
    isPartly: planned.status === "partly",
    isNotPlanned: planned.status === "not-planned",
    riskRemoved: planned.riskRemoved.toFixed(1),
    findings: String(planned.findings.length),
    threats: [...new Set(against.map(({ title }) => title))],
    findingLinks: named.join("; "),
    requirements: requirementsOf(planned, lookup),
  };
};
