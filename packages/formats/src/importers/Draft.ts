import type { Shape } from "./shapes.js";

/** What every importer makes of its file before names and kinds become ours. Ids are those of the file. */
export interface DraftComponent {
  id: string;
  name?: string;
  /** What the format calls this sort of element. */
  type?: string;
  shape?: Shape;
  description?: string;
  /** Id of the zone that it lies in. */
  zone?: string;
  /** Id and kind of our own that the file carries, from an earlier export. */
  ours?: string;
  kind?: string;
  /** Diagram that it is drawn in; the same name in two diagrams is one component. */
  diagram?: number;
}

export interface DraftFlow {
  /** Id of our own that the file carries. */
  ours?: string;
  from?: string;
  to?: string;
  data?: string;
  bothWays?: boolean;
}

export interface DraftZone {
  id: string;
  /** Id of our own that the file carries. */
  ours?: string;
  name?: string;
  /** Zone that it lies in. */
  parent?: string;
  /** 0 (anyone) to 5 (most trusted), where the format says. */
  trust?: number;
  diagram?: number;
}

export interface Draft {
  components: DraftComponent[];
  flows: DraftFlow[];
  zones: DraftZone[];
}
