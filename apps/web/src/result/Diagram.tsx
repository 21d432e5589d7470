import { useEffect, useState } from "preact/hooks";
import { engine } from "../state/actions.js";
import { Link } from "../ui/Link.js";
import { useCatalogLang, useModel, useWords } from "../ui/useApp.js";
import { Canvas } from "./Canvas.js";
import { DiagramText } from "./DiagramText.js";

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
