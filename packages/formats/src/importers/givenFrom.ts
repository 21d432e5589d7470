import type { GivenArchitecture } from "@strideml/plugin-kit";
import { componentsFrom } from "./componentsFrom.js";
import type { Draft } from "./Draft.js";
import { flowsFrom } from "./flowsFrom.js";
import type { Losses } from "./Losses.js";
import { zonesFrom } from "./zonesFrom.js";

/** An architecture read from a file, with what is known about it. */
export interface Given {
  /** Nothing where the file has no component. */
  architecture?: GivenArchitecture;
  /** Kinds that were recognised, with the title of the component. */
  recognised: { kind: string; title: string }[];
  /** Our id for each element of the file. */
  idOf: ReadonlyMap<string, string>;
}

/** Makes an architecture of our form out of a draft. What does not fit is told to `losses`. */
export const givenFrom = (draft: Draft, losses: Losses): Given => {
  const zones = zonesFrom(draft.zones, losses);
  const { parts, idOf } = componentsFrom(draft.components, zones.idOf, losses);
  const flows = flowsFrom(draft.flows, idOf, losses);
  const recognised = parts.filter((part) => part.named).map(({ component }) => ({ kind: component.kind, title: component.title }));
  if (parts.length > 0) return { architecture: { components: parts.map((part) => part.component), flows, boundaries: zones.boundaries }, recognised, idOf };
  losses.count(draft.zones.length, "trust boundary", "trust boundaries", "there is no component in the file that could lie in one");
  return { recognised, idOf };
};
