import type { ThreatModel } from "@strideml/plugin-kit";
import { drawDiagram } from "./drawDiagram.js";
import { byClass } from "./paint.js";

/** The data-flow diagram for a page: components with the number of their findings, flows, and trust boundaries as dashed frames. */
export const dataFlowDiagram = (model: Pick<ThreatModel, "architecture" | "threats">): string => {
  const { components, flows, boundaries } = model.architecture;
  const { width, height, inside } = drawDiagram(model, byClass);
  return `<svg class="figure dfd" role="img" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg"><title>Data-flow diagram</title><desc>${components.length} components, ${flows.length} flows and ${boundaries.length} trust boundaries; the tables beside it say the same in words.</desc>${inside}</svg>`;
};
