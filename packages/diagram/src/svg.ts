export { dataFlowDiagram } from "./dataFlowDiagram.js";
export { standaloneSvg } from "./standaloneSvg.js";
export { type Box, type Layout, type Point, type Size, type Spacing, layOut } from "./layOut.js";
