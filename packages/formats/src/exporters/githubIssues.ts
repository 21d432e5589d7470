import { defineExporter } from "@strideml/plugin-kit";
import { lookUp } from "./lookUp.js";
import { clip } from "./text/clip.js";
import { safeLine } from "./text/safeText.js";
import { githubText } from "./tickets/githubText.js";
import { type Ticket, ticketsOf } from "./tickets/ticketsOf.js";
import { type Markup, ticketText } from "./tickets/ticketText.js";

const MARKDOWN: Markup = {
  text: githubText,
  heading: (words) => `### ${words}`,
  item: (text) => `- ${text}`,
  task: (text) => `- [ ] ${text}`,
};

/** Longest title, body and label that GitHub takes. */
const MOST = { title: 256, body: 65_536, label: 50 };

const labelsOf = ({ planned, severity }: Ticket): string[] =>
  ["threat-model", `severity: ${severity}`, `stage: ${planned.stage}`, `effort: ${planned.effort}`].map((label) => clip(label, MOST.label));

/**
 * One issue for each mitigation that is still wanted, as JSON lines with the fields of GitHub's REST interface:
 * the acceptance criteria are a task list, and no text mentions a person or links an issue.
 * Source: GitHub REST API 2022-11-28, "Create an issue".
 */
export const githubIssues = defineExporter({
  id: "github-issues",
  title: "GitHub issues as JSON lines",
  extension: "issues.jsonl",
  mediaType: "application/jsonl",
  deterministic: true,
  export: (job) => {
    const names = lookUp(job);
    return ticketsOf(job)
      .map((ticket) => ({
        title: clip(safeLine(ticket.planned.title), MOST.title),
        body: clip(ticketText(ticket, job, names, MARKDOWN), MOST.body),
        labels: labelsOf(ticket),
      }))
      .map((issue) => `${JSON.stringify(issue)}\n`)
      .join("");
  },
});
