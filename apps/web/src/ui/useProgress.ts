import type { PlannedMitigation } from "@strideml/plugin-kit";
import { useApp } from "./useApp.js";

/**
 * How far each mitigation is carried out. A click shows at once: until the threat model has caught up, the draft is
 * asked, and afterwards the model, which also knows decisions by former ids.
 */
export const useProgress = (): ((planned: PlannedMitigation) => PlannedMitigation["status"]) => {
  const ahead = useApp(({ saved, decided, draft: { decisions } }) => (saved || decisions.mitigations === decided ? undefined : decisions.mitigations));
  return ({ id, status }) => (ahead ? (ahead.find((decision) => decision.id === id)?.status ?? "undecided") : status);
};
