export { dot } from "./dot.js";
export { escapeXml } from "./escapeXml.js";
export { mermaid } from "./mermaid.js";
