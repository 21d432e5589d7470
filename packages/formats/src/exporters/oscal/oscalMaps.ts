import type { ExportJob, PlannedMitigation, Relation, ResolvedLink, ThreatModel } from "@strideml/plugin-kit";
import { markup } from "../common/escapeMarkup.js";
import { oneLine } from "../common/safeText.js";
import { property, systemUuid } from "./oscalDocument.js";
import { oscalToken } from "./oscalToken.js";

/**
 * How our relations read from the requirement (source) to our control (target). A control that addresses, tests,
 * documents or evidences a requirement covers part of it: `intersects-with` claims no more.
 * Source: OSCAL 1.2 control mapping model, values of `relationship`.
 */
export const RELATIONSHIPS: Record<Relation, "equivalent-to" | "superset-of" | "subset-of" | "intersects-with"> = {
  "exact-match": "equivalent-to",
  "broad-match": "superset-of",
  "narrow-match": "subset-of",
  "close-match": "intersects-with",
  "related-match": "intersects-with",
  addresses: "intersects-with",
  tests: "intersects-with",
  documents: "intersects-with",
  evidences: "intersects-with",
};

type Annotation = PlannedMitigation["annotations"][number];

/** The reasoned link behind an annotation, if the knowledge at hand still has it. */
const linkOf = ({ knowledge }: ExportJob, mitigation: string, { framework, requirement, relation }: Annotation): ResolvedLink | undefined =>
  (knowledge.mitigationLinks[mitigation] ?? [])
    .map((place) => knowledge.links[place])
    .find((link) => link?.framework === framework && link.requirement === requirement && link.relation === relation);

const mapOf = (job: ExportJob, { id }: PlannedMitigation, annotation: Annotation): object => {
  const link = linkOf(job, id, annotation);
  return {
    uuid: systemUuid(job.model, "map", annotation.framework, annotation.requirement, id, annotation.relation),
    relationship: RELATIONSHIPS[annotation.relation] ?? "intersects-with",
    sources: [{ type: "control", "id-ref": oneLine(annotation.requirement) }],
    targets: [{ type: "control", "id-ref": oscalToken(id) }],
    props: [
      property("relation", annotation.relation),
      ...(link ? [property("strength", link.strength), property("authority", link.authority), property("source", link.source)] : []),
    ],
    ...(link && { remarks: markup(link.rationale) }),
  };
};

/** All links between the requirements of a framework and the controls of this model, each with its reason. */
export const mapsOf = (job: ExportJob, framework: string): object[] =>
  job.model.mitigations.flatMap((mitigation) =>
    mitigation.annotations.filter((annotation) => annotation.framework === framework).map((annotation) => mapOf(job, mitigation, annotation)),
  );

/** Frameworks that the mitigations are linked to, in a fixed order. */
export const mappedFrameworks = ({ mitigations }: ThreatModel): string[] =>
  [...new Set(mitigations.flatMap(({ annotations }) => annotations.map(({ framework }) => framework)))].sort();
