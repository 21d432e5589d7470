import type { Boundary } from "@strideml/plugin-kit";
import type { DraftZone } from "./Draft.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { makeIds } from "./makeIds.js";
import { nameOf } from "./nameOf.js";
import { trustOf } from "./trustOf.js";

/** Zones by their name, for the same zone drawn in several diagrams. */
const twinOf = (zone: DraftZone, seen: Map<string, { id: string; diagram: number }>): string | undefined => {
  const twin = zone.name === undefined || zone.diagram === undefined ? undefined : seen.get(zone.name);
  return twin && twin.diagram !== zone.diagram ? twin.id : undefined;
};

const nesting = (zones: readonly DraftZone[], losses: Losses): void => {
  const known = new Map(zones.map((zone) => [zone.id, zone]));
  for (const zone of zones) {
    if (zone.parent === undefined) continue;
    const trail = new Set([zone.id]);
    let at: string | undefined = zone.parent;
    while (at !== undefined && known.has(at) && !trail.has(at)) {
      trail.add(at);
      at = known.get(at)!.parent;
    }
    const name = zone.name ?? zone.id;
    if (at !== undefined && trail.has(at)) losses.add(`the parent of the trust boundary "${name}"`, "the boundaries lie in one another in a circle");
    else if (!known.has(zone.parent)) losses.add(`the parent of the trust boundary "${name}"`, "the file has no boundary with that id");
    else
      losses.add(
        `that the trust boundary "${name}" lies in "${known.get(zone.parent)?.name ?? zone.parent}"`,
        "our boundaries do not nest; a component is put in the innermost one",
      );
  }
};

/**
 * Trust boundaries from those of a file.
 * @returns the boundaries, and our id for each id of the file
 */
export const zonesFrom = (drafts: readonly DraftZone[], losses: Losses): { boundaries: Boundary[]; idOf: Map<string, string> } => {
  const boundaries: Boundary[] = [];
  const idOf = new Map<string, string>();
  const seen = new Map<string, { id: string; diagram: number }>();
  const newId = makeIds("zone");
  for (const zone of drafts) {
    const twin = twinOf(zone, seen);
    if (idOf.has(zone.id)) losses.add(`a second trust boundary with the id ${zone.id}`, "ids name one thing only; the first one counts");
    else if (twin !== undefined) idOf.set(zone.id, twin);
    else if (boundaries.length >= LIMITS.boundaries) losses.add(`the trust boundary "${zone.name ?? zone.id}"`, `a system has at most ${LIMITS.boundaries} boundaries`);
    else {
      const title = nameOf(zone.name, "Trust boundary without a name", losses);
      const id = newId(zone.ours ?? zone.id, title, zone.ours !== undefined);
      boundaries.push({ id, title, trust: zone.trust ?? trustOf(title) });
      idOf.set(zone.id, id);
      if (zone.name !== undefined && zone.diagram !== undefined && !seen.has(zone.name)) seen.set(zone.name, { id, diagram: zone.diagram });
    }
  }
  nesting(drafts.slice(0, LIMITS.boundaries), losses);
  return { boundaries, idOf };
};
