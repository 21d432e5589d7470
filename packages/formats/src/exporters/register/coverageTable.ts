import type { ExportJob, RequirementCoverage } from "@strideml/plugin-kit";
import { lookUp } from "../lookUp.js";
import { type Table, tableOf } from "./Table.js";

interface Entry extends RequirementCoverage {
  framework: string;
  edition: string;
  title: string | undefined;
}

/** Every requirement of every framework, and why this model touches it or not. */
export const coverageTable = (job: ExportJob): Table => {
  const { frameworks } = lookUp(job);
  const entries = job.model.frameworks.flatMap(({ id, title, edition, coverage }): Entry[] => {
    const titles = new Map(frameworks.get(id)?.requirements.map((requirement) => [requirement.id, requirement.title]));
    return coverage.map((each) => ({ ...each, framework: frameworks.get(id)?.shortTitle ?? title, edition, title: titles.get(each.requirement) }));
  });
  return tableOf<Entry>(
    "Coverage",
    [
      { header: "Framework", width: 24, of: ({ framework }) => framework },
      { header: "Edition", width: 14, of: ({ edition }) => edition },
      { header: "Requirement", width: 18, of: ({ requirement }) => requirement },
      { header: "Title of the requirement", width: 40, of: ({ title }) => title },
      { header: "Coverage", width: 18, of: ({ disposition }) => disposition },
      { header: "Why", width: 60, of: ({ reason }) => reason },
      { header: "Threats", width: 40, of: ({ threats }) => threats.join("\n") || undefined },
      { header: "Mitigations", width: 40, of: ({ mitigations }) => mitigations.join("\n") || undefined },
    ],
    entries,
  );
};
