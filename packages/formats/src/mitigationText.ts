import type { Finding, PlannedMitigation } from "@strideml/plugin-kit";
import { MITIGATION_STATUS_WORDS } from "./statuses.js";

/** A mitigation with its status and who does it by when, in one line. */
export const mitigationLine = ({ title, status, owner, decision }: PlannedMitigation): string =>
  `${title} (${[MITIGATION_STATUS_WORDS[status], decision?.owner ?? owner, decision?.due && `due ${decision.due}`].filter(Boolean).join(", ")})`;

/** The mitigations of a finding with their status, one line each, in the finding's order. */
export const mitigationText = ({ mitigations }: Pick<Finding, "mitigations">, planned: readonly PlannedMitigation[]): string => {
  const byId = new Map(planned.map((each) => [each.id, each]));
  return mitigations.map((id) => `- ${byId.has(id) ? mitigationLine(byId.get(id)!) : id}`).join("\n");
};
