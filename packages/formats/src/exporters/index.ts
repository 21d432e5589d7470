export { cisoAssistant } from "./cisoAssistant.js";
export { csv } from "./csv.js";
export { defectDojo } from "./defectDojo.js";
export { dot } from "./dot.js";
export { mermaid } from "./mermaid.js";
export { svg } from "./svg.js";
export { threagileRisks } from "./threagileRisks.js";
export { xlsx } from "./xlsx.js";
