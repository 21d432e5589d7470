import { type ExportJob, PROGRESS_WORDS, SEVERITY_WORDS, STRIDE_TITLES } from "@strideml/plugin-kit";
import type { Lookup } from "../lookUp.js";
import { clip } from "../text/clip.js";
import { referenceLine } from "../text/referenceLine.js";
import type { Ticket } from "./ticketsOf.js";

/** How a tracker marks things up; `text` makes any string mean itself. */
export interface Markup {
  text: (text: string) => string;
  heading: (words: string) => string;
  item: (text: string) => string;
  task: (text: string) => string;
}

/** A single name must not push the rest of a ticket out. */
const LONGEST_LINE = 1000;

const WORK = { S: "days", M: "weeks", L: "a project of its own" } as const;

const section = (heading: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", heading, "", ...lines]);

const facts = ({ planned: { effort, owner, stage, riskRemoved, status, decision } }: Ticket): string[] => [
  `Status: ${PROGRESS_WORDS[status]}`,
  `Effort: ${effort} (${WORK[effort]}). Role: ${owner}. Stage: ${stage}. Risk removed: ${riskRemoved}`,
  ...(decision?.owner ? [`Owner: ${decision.owner}`] : []),
  ...(decision?.due ? [`Due: ${decision.due}`] : []),
  ...(decision?.reason ? [`Reason: ${decision.reason}`] : []),
];

const verification = ({ text }: Ticket): string[] => (text ? [`By ${text.verify.method}: ${text.verify.tool}`, `Evidence to keep: ${text.verify.evidence}`] : []);

/** The body of a ticket: what to do, how to tell that it is done, which findings it helps, which requirements it serves. */
export const ticketText = (ticket: Ticket, { model }: ExportJob, { componentTitle }: Lookup, { text, heading, item, task }: Markup): string => {
  const findings = ticket.findings.map(
    ({ title, component, score, severity, stride, id }) => `${SEVERITY_WORDS[severity]} ${score}: ${title} (${componentTitle(component)}; ${STRIDE_TITLES[stride]}; ${id})`,
  );
  const requirements = ticket.planned.annotations.map(({ framework, requirement, relation }) => `${framework} ${requirement}: ${relation}`);
  const part = (title: string, lines: readonly string[], mark: (line: string) => string) =>
    section(
      heading(title),
      lines.map((line) => mark(text(clip(line, LONGEST_LINE)))),
    );
  return [
    text(ticket.text?.do ?? ticket.planned.title),
    ...part("Acceptance criteria", ticket.text?.acceptance ?? [], task),
    ...part("Verification", verification(ticket), item),
    ...part("Findings that it helps", findings, item),
    ...part("Requirements", requirements, item),
    ...part("References", ticket.text?.references.map(referenceLine) ?? [], item),
    ...part("Plan", [...facts(ticket), `System: ${model.system.name}`, `Mitigation: ${ticket.planned.id}`], item),
  ].join("\n");
};
