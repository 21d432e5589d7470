import type { Annotation, ExportJob, Framework, PlannedMitigation } from "@strideml/plugin-kit";
import { lookUp } from "../lookUp.js";
import { type Column, type Table, tableOf } from "./Table.js";

/** One link between a requirement and something of this model. */
interface Entry {
  framework: Framework | undefined;
  link: Pick<Annotation, "framework" | "requirement" | "relation"> & Partial<Annotation>;
  kind: "finding" | "mitigation";
  id: string;
  title: string;
}

const columns: Column<Entry>[] = [
  { header: "Framework", width: 24, of: ({ framework, link }) => framework?.shortTitle ?? framework?.title ?? link.framework },
  { header: "Edition", width: 14, of: ({ framework, link }) => framework?.edition ?? link.edition },
  { header: "Requirement", width: 18, of: ({ link }) => link.requirement },
  { header: "Title of the requirement", width: 40, of: ({ framework, link }) => framework?.requirements.find(({ id }) => id === link.requirement)?.title },
  { header: "Kind", width: 11, of: ({ kind }) => kind },
  { header: "Finding or mitigation", width: 36, of: ({ id }) => id },
  { header: "Title", width: 40, of: ({ title }) => title },
  { header: "Relation", width: 14, of: ({ link }) => link.relation },
  { header: "Strength", width: 11, of: ({ link }) => link.strength },
  { header: "Why", width: 60, of: ({ link }) => link.rationale },
  { header: "Authority", width: 12, of: ({ link }) => link.authority },
  { header: "Source", width: 30, of: ({ link }) => link.source },
];

/** A mitigation in the model names its links; what was said of them is in the knowledge. */
const linkOf = (mitigation: PlannedMitigation, { framework, requirement, relation }: Entry["link"], { knowledge }: ExportJob): Entry["link"] => {
  const places = knowledge.mitigationLinks[mitigation.id] ?? [];
  const found = places.map((place) => knowledge.links[place]).find((link) => link?.framework === framework && link.requirement === requirement && link.relation === relation);
  return found ?? { framework, requirement, relation };
};

/** Every link of this system's findings and mitigations, by framework and then by requirement. */
export const frameworksTable = (job: ExportJob): Table => {
  const { frameworks } = lookUp(job);
  const { threats, mitigations } = job.model;
  const entries: Entry[] = [
    ...threats.flatMap(({ id, title, annotations }) => annotations.map((link): Entry => ({ framework: frameworks.get(link.framework), link, kind: "finding", id, title }))),
    ...mitigations.flatMap((each) =>
      each.annotations.map((named): Entry => ({ framework: frameworks.get(named.framework), link: linkOf(each, named, job), kind: "mitigation", id: each.id, title: each.title })),
    ),
  ];
  const placeOf = new Map(
    job.knowledge.frameworks.flatMap(({ id, requirements }) => requirements.map((requirement, place): [string, number] => [`${id}\n${requirement.id}`, place])),
  );
  const place = ({ link }: Entry) => placeOf.get(`${link.framework}\n${link.requirement}`) ?? Infinity;
  const order = job.model.frameworks.map(({ id }) => id);
  const sorted = entries.toSorted((a, b) => order.indexOf(a.link.framework) - order.indexOf(b.link.framework) || (place(a) === place(b) ? 0 : place(a) - place(b)));
  return tableOf("Frameworks", columns, sorted);
};
