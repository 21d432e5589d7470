export { type Edit, editYaml } from "./editYaml.js";
export { readYaml, type Source } from "./readYaml.js";
export { type Tick, readChecklist } from "./readChecklist.js";
export { writeYaml } from "./writeYaml.js";
export { IMPORTERS, importFile, toSystemFile } from "./importers/index.js";
export { type Pack, type PackFile, readPack } from "./pack/readPack.js";
export { readTemplate, type ReadTemplate } from "./pack/readTemplate.js";
export { EXPORTERS } from "./exporters/index.js";
