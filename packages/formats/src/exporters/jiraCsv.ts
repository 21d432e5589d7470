import { defineExporter, type ExportJob } from "@strideml/plugin-kit";
import { SEVERITY_WORDS_OF } from "../scales.js";
import { type Lookup, lookUp } from "./lookUp.js";
import type { Cell } from "./register/Table.js";
import { writeCsv } from "./register/writeCsv.js";
import { clip } from "./text/clip.js";
import { safeLine } from "./text/safeText.js";
import { shortId } from "./text/shortId.js";
import { jiraText } from "./tickets/jiraText.js";
import { type Ticket, ticketsOf } from "./tickets/ticketsOf.js";
import { type Markup, ticketText } from "./tickets/ticketText.js";

const WIKI: Markup = {
  text: jiraText,
  heading: (words) => `h3. ${words}`,
  item: (text) => `* ${text}`,
  task: (text) => `* \\[ \\] ${text}`,
};

/** Longest description that Jira takes by default. */
const LONGEST = 32_767;

/** Labels take no blanks. */
const labelsOf = ({ planned, findings }: Ticket): string[] => [
  ...new Set(["threat-model", planned.stage, planned.kind, `effort-${planned.effort}`, ...findings.map(({ stride }) => stride).toSorted()]),
];

const rowOf = (ticket: Ticket, labels: number, job: ExportJob, names: Lookup): Cell[] => {
  const mine = labelsOf(ticket);
  return [
    clip(safeLine(ticket.planned.title), 255),
    "Task",
    SEVERITY_WORDS_OF.jiraPriority[ticket.severity],
    clip(ticketText(ticket, job, names, WIKI), LONGEST),
    ...Array.from({ length: labels }, (_, index) => mine[index]),
    clip(safeLine(names.componentTitle(ticket.findings[0]!.component)), 255),
    shortId(ticket.planned.id, 255),
    ticket.planned.decision?.due,
  ];
};

/**
 * One issue for each mitigation that is still wanted, for Jira's CSV import: as many columns `Labels` as an issue has labels,
 * days as `yyyy-MM-dd` (to be named in the import), the priority of the highest finding that it helps. No byte order mark,
 * which the importer would take for a part of the first heading. Source: Atlassian Support, importing data from CSV.
 */
export const jiraCsv = defineExporter({
  id: "jira-csv",
  title: "Jira issues, CSV import",
  extension: "jira.csv",
  mediaType: "text/csv",
  deterministic: true,
  export: (job) => {
    const tickets = ticketsOf(job);
    const names = lookUp(job);
    const labels = Math.max(1, ...tickets.map((ticket) => labelsOf(ticket).length));
    const header = ["Summary", "Issue Type", "Priority", "Description", ...Array.from({ length: labels }, () => "Labels"), "Component", "External ID", "Due Date"];
    return writeCsv([header, ...tickets.map((ticket) => rowOf(ticket, labels, job, names))]);
  },
});
