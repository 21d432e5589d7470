import type { PlannedMitigation } from "@strideml/plugin-kit";
import { useApp } from "./useApp.js";

/**
 * How far each mitigation is carried out. A click shows at once: until the threat model has caught up, the draft is
 * asked, and afterwards the model, which also knows decisions by former ids.
 */
export const useProgress = (): ((planned: PlannedMitigation) => PlannedMitigation["status"]) => {
  const busy = useApp((state) => state.busy && state.saved === undefined);
  const decisions = useApp((state) => state.draft.decisions.mitigations);
  return ({ id, status }) => (busy ? (decisions.find((decision) => decision.id === id)?.status ?? "undecided") : status);
};
