export { toHtml, toHtmlBody } from "./toHtml.js";
export { dataFlowDiagram } from "../figures/dataFlowDiagram.js";
export { riskMatrix } from "../figures/riskMatrix.js";
export { strideBars } from "../figures/strideBars.js";
