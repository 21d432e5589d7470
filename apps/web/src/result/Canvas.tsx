import { useRef } from "preact/hooks";
import { goTo } from "../state/route.js";
import { useWords } from "../ui/useApp.js";
import { useFrame } from "./useFrame.js";

/** Share of the frame that an arrow key moves it. */
const STEP = 0.1;

/** Pixels from which on a pressed pointer drags rather than clicks. */
const DRAG = 3;

type Controls = ReturnType<typeof useFrame>;

const keysOf = ({ nearer, farther, whole, move }: Controls): Record<string, () => void> => ({
  "+": nearer,
  "=": nearer,
  "-": farther,
  0: whole,
  ArrowLeft: () => move(-STEP, 0),
  ArrowRight: () => move(STEP, 0),
  ArrowUp: () => move(0, -STEP),
  ArrowDown: () => move(0, STEP),
});

/** Dragging moves the drawing, clicking a component lists its findings. */
const usePointer = ({ move }: Controls) => {
  const drag = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      drag.current = { x: event.clientX, y: event.clientY, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (!from || event.buttons === 0 || Math.hypot(event.clientX - from.x, event.clientY - from.y) <= DRAG) return;
      const { width, height } = (event.currentTarget as Element).getBoundingClientRect();
      move((from.x - event.clientX) / width, (from.y - event.clientY) / height);
      drag.current = { x: event.clientX, y: event.clientY, moved: true };
    },
    onClick: (event: MouseEvent) => {
      const component = (event.target as Element).closest<SVGElement>("[data-component]")?.dataset["component"];
      if (component && !drag.current?.moved) goTo(["result", "findings"], { component });
      drag.current = undefined;
    },
  };
};

const Buttons = ({ nearer, farther, whole }: Controls) => {
  const words = useWords();
  return (
    <p class="buttons">
      <button type="button" onClick={nearer}>
        {words.diagram.zoomIn}
      </button>
      <button type="button" onClick={farther}>
        {words.diagram.zoomOut}
      </button>
      <button type="button" onClick={whole}>
        {words.diagram.whole}
      </button>
    </p>
  );
};

/** A drawing that can be moved and zoomed by pointer, keys and buttons. */
export const Canvas = ({ svg }: { svg: string }) => {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const controls = useFrame(box, svg);
  const pointer = usePointer(controls);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keysOf(controls)[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div>
      <Buttons {...controls} />
      <div ref={box} class="canvas" tabIndex={0} role="group" aria-label={words.diagram.title} aria-describedby="diagram-help" onKeyDown={onKeyDown} {...pointer}>
        <div class="drawing" lang="en" dangerouslySetInnerHTML={{ __html: svg }} />
      </div>
    </div>
  );
};
