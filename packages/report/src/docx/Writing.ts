import type { ThreatModel } from "@strideml/plugin-kit";

/** What is known while a document is written. */
export interface Writing {
  model: ThreatModel;
  anchors: ReadonlySet<string>;
  /** Word's names of the anchors: at most 40 letters, digits and underscores. */
  bookmarks: ReadonlyMap<string, string>;
  /** Which numbers ordered lists start with, and how many lists there are: each counts for itself. */
  starts: Set<number>;
  lists: number;
}

/** Names that no reader of a document gets to see: Word hides bookmarks that start with an underscore. */
export const createWriting = (model: ThreatModel, anchors: ReadonlySet<string>): Writing => ({
  model,
  anchors,
  bookmarks: new Map([...anchors].map((anchor, index) => [anchor, `_place_${index + 1}`])),
  starts: new Set(),
  lists: 0,
});
