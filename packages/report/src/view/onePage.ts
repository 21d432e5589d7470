import { EFFORT_WORDS, PROGRESS_WORDS, SEVERITY_WORDS, STATUS_WORDS, type ThreatModel } from "@strideml/plugin-kit";
import type { OnePageView } from "./View.js";

/** What a single page has room for, on A4 and on Letter: entries of a list, and characters of what users and plugins write. */
const ENTRIES = 5;
const ACCEPTED = 2;
const LONGEST = { name: 60, description: 200, title: 80, label: 30 };

/** The beginning of a text, up to the end of a word where one is near. */
const beginning = (text: string, most: number): string => {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return `${characters
    .slice(0, most - 1)
    .join("")
    .replace(/\s+\S{0,20}$/u, "")}…`;
};

/** The gravest and the first of everything, cut to the size of a single page. */
export const onePageView = ({ system, architecture, threats, mitigations, provenance }: ThreatModel): OnePageView => {
  const places = new Map(architecture.components.map(({ id, title }) => [id, title]));
  const accepted = threats.filter(({ status }) => status === "accepted" || status === "transferred");
  return {
    name: beginning(system.name, LONGEST.name),
    description: beginning(system.description ?? "", LONGEST.description),
    owner: beginning(system.owner ?? "", LONGEST.label),
    digest: provenance.inputDigest.slice(0, 12),
    gravest: threats.slice(0, ENTRIES).map(({ title, component, score, severity, residual, status }) => ({
      title: beginning(title, LONGEST.title),
      component: beginning(places.get(component) ?? component, LONGEST.label),
      score: String(score),
      severity: SEVERITY_WORDS[severity],
      residual: String(residual.score),
      status: STATUS_WORDS[status],
    })),
    accepted: accepted
      .slice(0, ACCEPTED)
      .map(({ title, score, severity }) => ({ title: beginning(title, LONGEST.title), score: String(score), severity: SEVERITY_WORDS[severity] })),
    acceptedCount: String(accepted.length),
    hasMoreAccepted: accepted.length > ACCEPTED,
    first: mitigations
      .filter(({ riskRemoved }) => riskRemoved > 0)
      .slice(0, ENTRIES)
      .map(({ title, effort, owner, decision, status, riskRemoved }) => ({
        title: beginning(title, LONGEST.title),
        effort: EFFORT_WORDS[effort],
        owner: beginning(decision?.owner ?? owner, LONGEST.label),
        status: PROGRESS_WORDS[status],
        riskRemoved: riskRemoved.toFixed(1),
      })),
  };
};
