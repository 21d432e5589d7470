import type { ThreatModel } from "@strideml/plugin-kit";

/** What is known while a document is set. */
export interface Setting {
  model: ThreatModel;
  anchors: ReadonlySet<string>;
  /** The name under which each anchor is found; a block has one name, whatever it is called. */
  places: Map<string, string>;
  /** The headings around the block that is set, by their depth: what the outline hangs on. */
  headings: (string | undefined)[];
  blocks: number;
}

export const createSetting = (model: ThreatModel, anchors: ReadonlySet<string>): Setting => ({ model, anchors, places: new Map(), headings: [], blocks: 0 });

/** A name for the next block, for links and for the outline. */
export const nextPlace = (setting: Setting, anchors: readonly string[]): string => {
  setting.blocks += 1;
  const place = `place-${setting.blocks}`;
  for (const anchor of anchors) setting.places.set(anchor, place);
  return place;
};
