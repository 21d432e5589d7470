import { isDay, type ThreatModel } from "@strideml/plugin-kit";
import { oneLine } from "./safeText.js";

/** The version of the engine that made the model, from `strideml 0.1.0`. */
export const engineVersion = (model: ThreatModel): string => oneLine(model.provenance.engine.replace(/^strideml\s+/, ""), 60, "unknown");

/** The day of the model as a moment: midnight UTC, the only time of day that a date allows. Undefined where no valid day is given. */
export const momentOf = (day: string | undefined): string | undefined => (day !== undefined && /^(?:19|2\d)/.test(day) && isDay(day) ? `${day}T00:00:00Z` : undefined);
