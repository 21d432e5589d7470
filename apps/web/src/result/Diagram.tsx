import { useEffect, useRef, useState } from "preact/hooks";
import { engine } from "../state/actions.js";
import { goTo } from "../state/route.js";
import { Link } from "../ui/Link.js";
import { useCatalogLang, useModel, useWords } from "../ui/useApp.js";
import { DiagramText } from "./DiagramText.js";

/** A part of the drawing, in its own units. */
interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const ZOOM = 1.25;
/** How far it can be zoomed in, against the whole. */
const CLOSEST = 8;
/** Share of the frame that an arrow key moves it. */
const STEP = 0.1;

const wholeOf = (svg: SVGSVGElement): Frame => {
  const [x = 0, y = 0, width = 1, height = 1] = (svg.dataset["whole"] ?? svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return { x, y, width, height };
};

const zoomed = (frame: Frame, by: number, whole: Frame): Frame => {
  const width = Math.min(whole.width, Math.max(whole.width / CLOSEST, frame.width / by));
  const height = width * (whole.height / whole.width);
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
};

/** The drawing comes as finished SVG from the engine, which escapes every text in it. */
const useDrawing = () => {
  const model = useModel();
  const [svg, setSvg] = useState("");
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    if (!model) return undefined;
    let current = true;
    const { architecture, threats } = model;
    engine()
      .call("diagram", { architecture, threats })
      .then(
        (drawn) => current && setSvg(drawn),
        (error: unknown) => current && setFailed((error as Error).message),
      );
    return () => {
      current = false;
    };
  }, [model]);
  return { svg, failed };
};

const Canvas = ({ svg }: { svg: string }) => {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Frame>();
  const drag = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
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
  const move = (dx: number, dy: number) => setFrame((old) => old && { ...old, x: old.x + dx * old.width, y: old.y + dy * old.height });
  const whole = () => element() && setFrame(wholeOf(element()!));
  const keys: Record<string, () => void> = {
    "+": () => zoom(ZOOM),
    "=": () => zoom(ZOOM),
    "-": () => zoom(1 / ZOOM),
    0: whole,
    ArrowLeft: () => move(-STEP, 0),
    ArrowRight: () => move(STEP, 0),
    ArrowUp: () => move(0, -STEP),
    ArrowDown: () => move(0, STEP),
  };
  return (
    <div class="canvas-box">
      <p class="buttons">
        <button type="button" onClick={() => zoom(ZOOM)}>
          {words.diagram.zoomIn}
        </button>
        <button type="button" onClick={() => zoom(1 / ZOOM)}>
          {words.diagram.zoomOut}
        </button>
        <button type="button" onClick={whole}>
          {words.diagram.whole}
        </button>
      </p>
      <div
        ref={box}
        class="canvas"
        tabIndex={0}
        role="group"
        aria-label={words.diagram.title}
        aria-describedby="diagram-help"
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          act();
        }}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (!from || event.buttons === 0) return;
          const { width, height } = event.currentTarget.getBoundingClientRect();
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 3) {
            move((from.x - event.clientX) / width, (from.y - event.clientY) / height);
            drag.current = { x: event.clientX, y: event.clientY, moved: true };
          }
        }}
        onClick={(event) => {
          const component = (event.target as Element).closest<SVGElement>("[data-component]")?.dataset["component"];
          if (component && !drag.current?.moved) goTo(["result", "findings"], { component });
          drag.current = undefined;
        }}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </div>
  );
};

/** The data-flow diagram with findings on its components, and the same in words. */
export const Diagram = () => {
  const words = useWords();
  const lang = useCatalogLang();
  const model = useModel()!;
  const { svg, failed } = useDrawing();
  return (
    <>
      <h2>{words.diagram.title}</h2>
      <p class="help" id="diagram-help">
        {words.diagram.help}
      </p>
      {failed !== undefined && <p class="notice error">{words.documents.failed(failed)}</p>}
      {svg ? <Canvas svg={svg} /> : <div class="canvas waiting" aria-busy="true" />}
      {model.unplaced.length > 0 && (
        <p>
          {words.diagram.unplaced(model.unplaced.length)} <span lang={lang}>{model.unplaced.join(", ")}</span>
        </p>
      )}
      <h2>{words.diagram.asText}</h2>
      <DiagramText model={model} />
      <p>
        <Link to={["result", "findings"]}>{words.overview.allFindings}</Link>
      </p>
    </>
  );
};
