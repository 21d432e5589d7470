export { dataFlowDiagram } from "./dataFlowDiagram.js";
export { standaloneSvg } from "./standaloneSvg.js";
