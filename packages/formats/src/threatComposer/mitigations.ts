import type { ExportJob, PlannedMitigation } from "@strideml/plugin-kit";
import { mitigationLine } from "../mitigationText.js";
import { MITIGATION_STATUS_OF } from "../statuses.js";
import { traceOfMitigation } from "../trace.js";
import { uuidOf } from "../uuidOf.js";
import { custom, customTrace } from "./custom.js";
import { plainCut } from "./plain.js";
import { threatId } from "./threats.js";

const mitigationId = (id: PlannedMitigation["id"]): string => uuidOf("mitigation", id);

const toMitigation = (planned: PlannedMitigation, index: number, { knowledge }: ExportJob) => {
  const text = knowledge.mitigations.find(({ id }) => id === planned.id);
  const comments = [mitigationLine(planned), ...(planned.decision?.reason === undefined ? [] : [planned.decision.reason]), ...(text?.acceptance ?? [])];
  return {
    id: mitigationId(planned.id),
    numericId: index + 1,
    displayOrder: index + 1,
    content: plainCut(text ? `${planned.title}. ${text.do}` : planned.title, 1000),
    status: MITIGATION_STATUS_OF.threatComposer[planned.status],
    tags: [planned.kind, planned.stage],
    metadata: [
      { key: "Comments", value: plainCut(comments.join("\n"), 1000) },
      ...custom({ "what to do": text?.do, "done when": text?.acceptance, evidence: text?.verify.evidence, owner: planned.owner, effort: planned.effort }),
      ...customTrace(traceOfMitigation(planned)),
    ],
  };
};

/** The mitigations and their links to the threats that ask for them. */
export const mitigationsOf = (job: ExportJob) => ({
  mitigations: job.model.mitigations.map((planned, index) => toMitigation(planned, index, job)),
  mitigationLinks: job.model.mitigations.flatMap(({ id, findings }) => findings.map((finding) => ({ mitigationId: mitigationId(id), linkedId: threatId(finding) }))),
});
