export { type Kind, KINDS } from "./Names.js";
export { scaffold } from "./scaffold.js";
export type { ScaffoldFile } from "./ScaffoldFile.js";
export { writeFolder } from "./writeFolder.js";
