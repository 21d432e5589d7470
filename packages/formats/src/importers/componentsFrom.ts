import { type Component, Id } from "@strideml/plugin-kit";
import { manyLines } from "./cleanText.js";
import type { DraftComponent } from "./Draft.js";
import { kindOf } from "./kindOf.js";
import type { Losses } from "./Losses.js";
import { LIMITS } from "./limits.js";
import { makeIds } from "./makeIds.js";
import { nameOf } from "./nameOf.js";

/** A component, and whether its kind was recognised rather than guessed from its shape. */
export interface Part {
  component: Component;
  named: boolean;
}

const partOf = (draft: DraftComponent, newId: ReturnType<typeof makeIds>, zones: ReadonlyMap<string, string>, losses: Losses): Part => {
  const { kind, shape, named } = Id.safeParse(draft.kind).success
    ? { kind: draft.kind!, shape: draft.shape ?? "process", named: true }
    : kindOf({ ...draft, ids: [draft.ours, draft.id] });
  const title = nameOf(draft.name, draft.type === undefined ? "Element without a name" : nameOf(draft.type, "Element without a name", losses), losses);
  const { text: description, shortened } = manyLines(draft.description ?? "", LIMITS.componentDescription);
  const zone = draft.zone === undefined ? undefined : zones.get(draft.zone);
  if (shortened) losses.add(`the end of the description of "${title}"`, `descriptions have at most ${LIMITS.componentDescription} characters`);
  if (draft.zone !== undefined && zone === undefined) losses.add(`the trust boundary of "${title}"`, "the file has no such boundary, or it did not come along");
  if (!named) losses.add(`what kind of component "${title}" is`, `neither its name nor its type tells; it is taken for ${kind} because it is drawn as ${shape}`);
  return { component: { id: newId(draft.ours ?? draft.id, title, draft.ours !== undefined), kind, title, description, shape, ...(zone !== undefined && { zone }) }, named };
};

const twinKey = (draft: DraftComponent): string | undefined =>
  draft.name === undefined || draft.diagram === undefined || draft.ours !== undefined ? undefined : `${draft.shape ?? ""} ${draft.name.trim().toLowerCase()}`;

/**
 * Components from the elements of a file.
 * @param zones our id for each id of a zone in the file
 * @returns the components, and our id for each id of the file
 */
export const componentsFrom = (drafts: readonly DraftComponent[], zones: ReadonlyMap<string, string>, losses: Losses): { parts: Part[]; idOf: Map<string, string> } => {
  const parts: Part[] = [];
  const idOf = new Map<string, string>();
  const seen = new Map<string, { id: string; diagram: number | undefined }>();
  const newId = makeIds("component");
  for (const draft of drafts) {
    const key = twinKey(draft);
    const twin = key === undefined ? undefined : seen.get(key);
    if (parts.length >= LIMITS.components) {
      losses.add(`the element "${draft.name ?? draft.id}"`, `a system has at most ${LIMITS.components} components`);
      continue;
    }
    if (idOf.has(draft.id)) losses.add(`that "${draft.name ?? draft.id}" has the id ${draft.id}`, "an element before it has the same id; flows to that id lead to the first one");
    if (twin && twin.diagram !== draft.diagram) {
      losses.add(`a second drawing of "${draft.name ?? ""}"`, "it is drawn in several diagrams and taken for one component");
      if (!idOf.has(draft.id)) idOf.set(draft.id, twin.id);
      continue;
    }
    const part = partOf(draft, newId, zones, losses);
    parts.push(part);
    if (!idOf.has(draft.id)) idOf.set(draft.id, part.component.id);
    if (key !== undefined && !twin) seen.set(key, { id: part.component.id, diagram: draft.diagram });
  }
  return { parts, idOf };
};
