import { numberOf } from "./fields.js";

/** A rectangle in a diagram. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A box from numbers of unknown form; nothing where one is missing. */
export const boxOf = (left: unknown, top: unknown, width: unknown, height: unknown): Box | undefined => {
  const [x, y, w, h] = [numberOf(left), numberOf(top), numberOf(width), numberOf(height)];
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { left: x, top: y, width: w, height: h };
};

const areaOf = (box: Box): number => box.width * box.height;

/** Id of the smallest of the boxes that the middle of the given box lies in; for a box among them, of those larger than itself. */
export const innermost = (box: Box, boxes: readonly { id: string; box: Box }[], self?: string): string | undefined => {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  let best: { id: string; box: Box } | undefined;
  for (const candidate of boxes) {
    const { left, top, width, height } = candidate.box;
    const inside = x >= left && x <= left + width && y >= top && y <= top + height;
    if (!inside || candidate.id === self || (self !== undefined && areaOf(candidate.box) <= areaOf(box))) continue;
    if (!best || areaOf(candidate.box) < areaOf(best.box)) best = candidate;
  }
  return best?.id;
};
