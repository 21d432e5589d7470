import { type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A part of the drawing, in its own units. */
interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const ZOOM = 1.25;
/** How far it can be zoomed in: against the whole, or until two components fill the frame where the whole is very wide. */
const CLOSEST = 8;
const NARROWEST = 400;
const wholeOf = (svg: SVGSVGElement): Frame => {
  const [x = 0, y = 0, width = 1, height = 1] = (svg.dataset["whole"] ?? svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return { x, y, width, height };
};

const zoomed = (frame: Frame, by: number, whole: Frame): Frame => {
  const width = Math.min(whole.width, Math.max(Math.min(whole.width / CLOSEST, NARROWEST), frame.width / by));
  const height = width * (whole.height / whole.width);
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
};

/** Moving and zooming of a drawing by its view box. */
export const useFrame = (box: RefObject<HTMLElement | null>, svg: string) => {
  const [frame, setFrame] = useState<Frame>();
  const element = () => box.current?.querySelector("svg") ?? undefined;
  useEffect(() => {
    const drawn = element();
    if (!drawn) return;
    drawn.dataset["whole"] = drawn.getAttribute("viewBox") ?? "";
    setFrame(wholeOf(drawn));
  }, [svg]);
  useEffect(() => {
    if (frame) element()?.setAttribute("viewBox", `${frame.x} ${frame.y} ${frame.width} ${frame.height}`);
  }, [frame]);
  const zoom = (by: number) => setFrame((old) => (old && element() ? zoomed(old, by, wholeOf(element()!)) : old));
  return {
    nearer: () => zoom(ZOOM),
    farther: () => zoom(1 / ZOOM),
    whole: () => setFrame(element() ? wholeOf(element()!) : undefined),
    /** By shares of what is seen. */
    move: (dx: number, dy: number) => setFrame((old) => old && { ...old, x: old.x + dx * old.width, y: old.y + dy * old.height }),
  };
};
