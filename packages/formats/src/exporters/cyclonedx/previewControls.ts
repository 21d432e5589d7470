import type { PlannedMitigation, ThreatModel } from "@strideml/plugin-kit";
import { manyLines, oneLine } from "../common/safeText.js";
import type { Texts } from "../common/textsOf.js";
import { annotationProperties, bomProperties } from "./bomProperties.js";

/** The reference of a control. */
export const controlRef = (mitigation: string): string => `control:${mitigation}`;

/** How far a mitigation is, in the words of CycloneDX. */
export const CONTROL_STATUS: Record<PlannedMitigation["status"], string> = {
  undecided: "recommended",
  planned: "planned",
  partly: "in-progress",
  "in-place": "implemented",
  "not-planned": "rejected",
};

const CATEGORIES: Record<PlannedMitigation["kind"], string> = { prevents: "preventive", detects: "detective", responds: "corrective" };

/** The mitigations that the threat model asks for. */
export const previewControls = ({ mitigations }: ThreatModel, texts: Texts): object[] =>
  mitigations.map(({ id, title, kind, status, effort, owner, riskRemoved, annotations, decision }) => ({
    "bom-ref": controlRef(id),
    name: oneLine(title),
    description: manyLines(texts.mitigation(id)?.do ?? title),
    category: CATEGORIES[kind],
    status: CONTROL_STATUS[status],
    properties: [
      ...bomProperties({
        mitigation: id,
        effort,
        "owner-role": owner,
        "risk-removed": riskRemoved,
        owner: decision?.owner,
        reason: decision?.reason,
        evidence: decision?.evidence,
        due: decision?.due,
      }),
      ...annotationProperties(annotations),
    ],
  }));
